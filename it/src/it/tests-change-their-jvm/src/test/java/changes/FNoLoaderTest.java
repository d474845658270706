package changes;

import org.junit.jupiter.api.Test;

/** No context class loader. */
class FNoLoaderTest extends Stays {
    @Test
    void change() {
        Thread.currentThread().setContextClassLoader(null);
    }
}
