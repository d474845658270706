package aiida;

/** One of four that run side by side. */
class LiteralBTest extends Literal {}
