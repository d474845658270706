package aiida;

/** One of four that run side by side. */
class NamedATest extends Named {}
