package own;

/** One of the two that run side by side. */
class FirstTest extends InBothForks {}
