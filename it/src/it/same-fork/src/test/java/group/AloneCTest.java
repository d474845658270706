package group;

/** Wants no particular fork. */
class AloneCTest extends Where {}
