package ports;

/** One of four that run side by side in each build. */
class BTest extends FivePorts {}
