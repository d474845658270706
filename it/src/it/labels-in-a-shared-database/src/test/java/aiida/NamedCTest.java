package aiida;

/** One of four that run side by side. */
class NamedCTest extends Named {}
