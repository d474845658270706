package group;

/** Wants no particular fork. */
class AloneDTest extends Where {}
