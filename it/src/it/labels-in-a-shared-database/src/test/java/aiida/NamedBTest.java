package aiida;

/** One of four that run side by side. */
class NamedBTest extends Named {}
