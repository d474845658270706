package changes;

import org.junit.jupiter.api.Test;

/** Nothing can be printed. */
class HOutputTest extends Stays {
    @Test
    void change() {
        System.out.close();
        System.err.close();
    }
}
