package changes;

import org.junit.jupiter.api.Test;

/** A context class loader that finds nothing any more. */
class GBrokenLoaderTest extends Stays {
    @Test
    void change() {
        Thread.currentThread().setContextClassLoader(new ClassLoader(null) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                throw new ClassNotFoundException(name + ": this loader was closed");
            }
        });
    }
}
