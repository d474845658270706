package aiida;

/** One of four that run side by side. */
class LiteralCTest extends Literal {}
