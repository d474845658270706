package asks;

import io.github.isolation.SameFork;

/** Hopes that its subclasses stay in one fork. */
@SameFork("asks")
abstract class KeptTogether extends TakesNotes {}
