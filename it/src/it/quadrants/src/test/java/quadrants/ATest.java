package quadrants;

/** Is all right. */
class ATest extends FourTests {}
