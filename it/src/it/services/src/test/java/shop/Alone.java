package shop;

import org.junit.jupiter.api.Test;

class Alone {
    @Test
    void needsNothing() {}
}
