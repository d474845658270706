package killed;

import org.junit.jupiter.api.Test;

/** The one that lets the first build end by itself: after that the others have all they need to run offline. */
class EndsAtOnceTest {

    @Test
    void ends() {}
}
