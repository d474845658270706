package io.github.isolation.maven.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Artifacts as users write them. */
final class CoordinatesTest {
    @ParameterizedTest
    @CsvSource({
        "g:a:1, g:a:jar:1",
        "g:a:zip:1, g:a:zip:1",
        "g:a:zip:data:1, g:a:zip:data:1",
        "' g:a:1 ', g:a:jar:1",
    })
    void threeFormsAreUnderstood(String text, String whole) {
        assertEquals(whole, Coordinates.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "g", "g:a", "g:a:", "g::1", "g:a:zip:c:1:x", "g: a:1"})
    void theRestIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Coordinates.parse(text));
    }
}
