package changes;

import org.junit.jupiter.api.Test;

/** A JVM that says it is an old one. */
class BVersionTest extends Stays {
    @Test
    void change() {
        System.setProperty("java.specification.version", "1.8");
        System.setProperty("java.version", "1.8.0_1");
    }
}
