package once;

/** One of eight. */
class DTest extends Schema {}
