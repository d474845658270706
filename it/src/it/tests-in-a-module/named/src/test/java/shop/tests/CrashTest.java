package shop.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodName.class)
class CrashTest {
    @Test
    void first() {}

    @Test
    void second() {
        Runtime.getRuntime().halt(3);
    }

    @Test
    void third() {
        assertEquals("shop.tests", CrashTest.class.getModule().getName());
    }
}
