package tmpdir;

import org.junit.jupiter.api.Test;

/** Has nothing to do with temporary files. */
class Elsewhere {

    @Test
    void passes() {}
}
