package asks;

/** Comes after a class that has filled the heap. */
class FTest extends TakesNotes {}
