package io.github.isolation.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One way to write durations, wherever users write one. */
class DurationsTest {
    @ParameterizedTest
    @CsvSource({"500ms, 500", "30s, 30000", "30, 30000", "0, 0", "5 m, 300000", "1h, 3600000", "30d, 2592000000"})
    void isReadInMilliseconds(String text, long millis) {
        assertEquals(millis, Durations.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1s", "1.5h", "1w", "99999999999999999999s"})
    void whatIsNoneSaysHowOneIsWritten(String text) {
        var wrong = assertThrows(IllegalArgumentException.class, () -> Durations.parse(text));
        assertTrue(String.valueOf(wrong.getMessage()).contains("write 500ms, 30s, 5m, 1h or 30d"));
    }

    @Test
    void spacesAroundItDoNotMatter() {
        assertEquals(1000, Durations.parse(" 1s\n"));
    }
}
