package killed;

/** Hangs in one fork. */
class HangsTest extends HangsTests {}
