package changes;

import org.junit.jupiter.api.Test;

/** Relative to what? */
class DDirectoryTest extends Stays {
    @Test
    void change() {
        System.setProperty("user.dir", "/nowhere");
        System.setProperty("user.home", "/nowhere");
    }
}
