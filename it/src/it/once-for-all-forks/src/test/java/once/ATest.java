package once;

/** One of eight. */
class ATest extends Schema {}
