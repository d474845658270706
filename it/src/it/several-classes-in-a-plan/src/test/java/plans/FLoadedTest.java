package plans;

import org.apache.commons.codec.Encoder;
import org.junit.jupiter.api.Test;

/** Cannot be loaded where its interface is missing. */
class FLoadedTest implements Encoder {
    @Override
    public Object encode(Object source) {
        return source;
    }

    @Test
    void cannotRun() {}
}
