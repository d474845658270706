package aiida;

/** One of four that run side by side. */
class LiteralDTest extends Literal {}
