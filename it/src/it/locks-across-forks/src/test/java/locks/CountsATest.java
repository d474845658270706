package locks;

/** One of four that run side by side. */
class CountsATest extends Counts {}
