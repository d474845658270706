package quadrants;

/** Is all right. */
class ETest extends FourTests {}
