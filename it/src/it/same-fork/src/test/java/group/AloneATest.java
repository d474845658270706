package group;

/** Wants no particular fork. */
class AloneATest extends Where {}
