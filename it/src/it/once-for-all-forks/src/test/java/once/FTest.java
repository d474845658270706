package once;

/** One of eight. */
class FTest extends Schema {}
