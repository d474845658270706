package own;

/** One of the two that run side by side. */
class SecondTest extends InBothForks {}
