package once;

/** One of eight. */
class HTest extends Schema {}
