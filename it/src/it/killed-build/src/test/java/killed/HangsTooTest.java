package killed;

/** Hangs in the other fork. */
class HangsTooTest extends HangsTests {}
