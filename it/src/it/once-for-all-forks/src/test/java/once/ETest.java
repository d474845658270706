package once;

/** One of eight. */
class ETest extends Schema {}
