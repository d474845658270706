package quadrants;

/** Is all right. */
class CTest extends FourTests {}
