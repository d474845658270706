package io.github.isolation.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of forks, as users write them for Surefire. */
final class ForkCountTest {
    @ParameterizedTest
    @CsvSource({"4, 4", "0, 0", "' 2 ', 2", "1C, 3", "1.5C, 4", "0.1C, 1"})
    void readsWhatSurefireReads(String text, int expected) {
        assertEquals(expected, ForkCount.parse(text, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "-1", "C", "-1C", "1.5", "NaNC", "${forks}"})
    void refusesTheRestNamingIt(String text) {
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> ForkCount.parse(text, 3));
        assertTrue(refusal.toString().contains("'" + text + "'"), refusal::toString);
    }
}
