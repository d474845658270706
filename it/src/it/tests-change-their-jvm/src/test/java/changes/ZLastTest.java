package changes;

import org.junit.jupiter.api.parallel.ResourceLock;

/** After all of that, and with a lock across forks. */
@ResourceLock("printer")
class ZLastTest extends Stays {}
