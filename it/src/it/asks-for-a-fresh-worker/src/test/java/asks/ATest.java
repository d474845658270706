package asks;

/** The first one, in whatever worker there is. */
class ATest extends TakesNotes {}
