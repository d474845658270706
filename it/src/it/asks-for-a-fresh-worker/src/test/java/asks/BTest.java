package asks;

import io.github.isolation.FreshWorker;

/** Wants nobody before it and nobody after it. */
@FreshWorker
class BTest extends TakesNotes {}
