package large;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Compares two long texts, as some do with whole documents. */
class LongMessageTest {
    @Test
    void comparesDocuments() {
        assertEquals("a".repeat(Integer.getInteger("length")), "b");
    }

    @Test
    void passes() {}
}
