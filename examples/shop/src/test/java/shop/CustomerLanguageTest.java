package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Customers are answered in the language they wrote in. */
@WritesDownItsFork
class CustomerLanguageTest {

    private final Languages languages = new Languages();

    @ParameterizedTest
    @ValueSource(strings = {"eng", "deu", "fra", "spa", "ita"})
    void lettersAreInTheLanguageOfTheCustomer(String language) throws SQLException {
        try (Customers customers = new Customers()) {
            for (String letter :
                    customers.texts("SELECT letter FROM customer WHERE id <= 500 AND language = '" + language + "'")) {
                assertEquals(language, languages.of(letter));
            }
        }
    }
}
