package recipes;

/** One of four that run side by side. */
class OwnValuesDTest extends OwnValues {}
