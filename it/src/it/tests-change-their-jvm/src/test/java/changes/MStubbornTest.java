package changes;

import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Properties that nobody may change any more. */
class MStubbornTest extends Stays {
    @Test
    void change() {
        Properties frozen = new Frozen();
        System.setProperties(frozen);
    }

    private static final class Frozen extends Properties {
        private static final long serialVersionUID = 1;

        @Override
        public synchronized Object setProperty(String name, String value) {
            throw new UnsupportedOperationException(name + " is not to be changed");
        }
    }
}
