package recorded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FailsTest {
    @Test
    void fails() {
        System.out.println("the last words of a test");
        assertEquals(1, 2, "numbers");
    }
}
