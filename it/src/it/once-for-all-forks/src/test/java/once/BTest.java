package once;

/** One of eight. */
class BTest extends Schema {}
