package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.RepeatedTest;

/** Deletes half of the customers while other classes count them, and puts them back: nobody else may notice. */
@WritesDownItsFork
class ForgetsCustomersTest {

    @RepeatedTest(2)
    void halfOfThemCanBeForgotten() throws SQLException {
        try (Customers customers = new Customers()) {
            customers.update("CREATE TABLE forgotten AS SELECT * FROM customer WITH NO DATA");
            customers.update("INSERT INTO forgotten SELECT * FROM customer WHERE id > 25000");
            assertEquals(25_000, customers.update("DELETE FROM customer WHERE id > 25000"));
            assertEquals(25_000, customers.number("SELECT COUNT(*) FROM customer"));
            assertEquals(25_000, customers.update("INSERT INTO customer SELECT * FROM forgotten"));
            customers.update("DROP TABLE forgotten");
        }
    }
}
