package once;

/** One of eight. */
class GTest extends Schema {}
