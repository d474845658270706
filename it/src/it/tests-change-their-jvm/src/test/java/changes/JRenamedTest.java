package changes;

import org.junit.jupiter.api.Test;

/** The thread of the tests has another name, and is no leak for that. */
class JRenamedTest extends Stays {
    @Test
    void change() {
        Thread.currentThread().setName("renamed");
        Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
    }
}
