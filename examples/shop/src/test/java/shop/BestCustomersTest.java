package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Questions to the whole table. */
@WritesDownItsFork
class BestCustomersTest {

    @Test
    void everyCustomerIsThere() throws SQLException {
        try (Customers customers = new Customers()) {
            assertEquals(50_000, customers.number("SELECT COUNT(*) FROM customer"));
        }
    }

    @Test
    void oneInAHundredSpentTheMost() throws SQLException {
        try (Customers customers = new Customers()) {
            assertEquals(500, customers.number("SELECT COUNT(*) FROM customer WHERE spent = 99"));
        }
    }

    @RepeatedTest(3)
    void theyAreFoundByNameAmongAllOthers() throws SQLException {
        try (Customers customers = new Customers()) {
            assertEquals(
                    1,
                    customers.number("SELECT COUNT(*) FROM customer a JOIN customer b ON a.id = b.id + 1"
                            + " WHERE a.name LIKE '%r 49999' AND b.spent = 98"));
        }
    }
}
