package asks;

/** Comes after a class that wants nobody after it. */
class CTest extends TakesNotes {}
