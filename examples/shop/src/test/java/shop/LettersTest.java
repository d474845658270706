package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Counts the letters by the language the model finds in them. */
@WritesDownItsFork
class LettersTest {

    @Test
    void everyFifthLetterIsInEachLanguage() throws SQLException {
        Languages languages = new Languages();
        Map<String, Integer> found = new TreeMap<>();
        try (Customers customers = new Customers()) {
            List<String> letters = customers.texts("SELECT letter FROM customer WHERE id <= 1000");
            letters.forEach(letter -> found.merge(languages.of(letter), 1, Integer::sum));
        }
        assertEquals(Map.of("deu", 200, "eng", 200, "fra", 200, "ita", 200, "spa", 200), found);
    }
}
