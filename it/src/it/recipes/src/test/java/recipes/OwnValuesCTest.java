package recipes;

/** One of four that run side by side. */
class OwnValuesCTest extends OwnValues {}
