package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A price change is tried out on every customer, and taken back. */
@WritesDownItsFork
class PriceListTest {

    @ParameterizedTest
    @CsvSource({"1", "5", "10"})
    void customersWouldSpendMore(int more) throws SQLException {
        try (Customers customers = new Customers()) {
            int before = customers.number("SELECT SUM(spent) FROM customer");
            customers.update("UPDATE customer SET spent = spent + " + more);
            assertEquals(before + 50_000 * more, customers.number("SELECT SUM(spent) FROM customer"));
            customers.update("UPDATE customer SET spent = spent - " + more);
        }
    }
}
