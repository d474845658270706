package aiida;

/** One of four that run side by side. */
class LiteralATest extends Literal {}
