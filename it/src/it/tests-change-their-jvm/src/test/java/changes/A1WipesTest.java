package changes;

import java.util.Properties;
import org.junit.jupiter.api.Test;

/** System properties, and with them all that a fork was told: gone. */
class A1WipesTest extends Stays {
    @Test
    void change() throws Exception {
        Here.awaitAllForks();
        System.setProperties(new Properties());
    }
}
