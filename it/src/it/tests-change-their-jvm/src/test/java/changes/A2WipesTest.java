package changes;

import java.util.Properties;
import org.junit.jupiter.api.Test;

/** As the class before it, in the other fork. */
class A2WipesTest extends Stays {
    @Test
    void change() throws Exception {
        Here.awaitAllForks();
        System.setProperties(new Properties());
    }
}
