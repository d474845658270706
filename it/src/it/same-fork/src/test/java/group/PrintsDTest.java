package group;

import io.github.isolation.SameFork;

/** Of those that share the printer. */
@SameFork("printer")
class PrintsDTest extends Where {}
