package state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SingletonLooksTest {
    @Test
    void looks() {
        assertEquals("slow", Catalogue.INSTANCE.mode); // here
    }
}
