package group;

/** Wants no particular fork. */
class AloneBTest extends Where {}
