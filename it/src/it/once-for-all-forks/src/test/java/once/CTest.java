package once;

/** One of eight. */
class CTest extends Schema {}
