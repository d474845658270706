package clash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** A database of Derby's is one JVM's at a time, until somebody shuts it down. */
class ZDerbyHoldsTest {
    static final String URL = "jdbc:derby:target/derby";

    @Test
    void holds() throws Exception {
        try (Connection connection = DriverManager.getConnection(URL + ";create=true"); // here
                Statement statement = connection.createStatement()) {
            statement.execute("values 1");
            Moments.LONG.holds();
        }
        shutDown();
    }

    /** That it is down is said by an exception. */
    static void shutDown() {
        assertEquals(
                "08006",
                assertThrows(SQLException.class, () -> DriverManager.getConnection(URL + ";shutdown=true"))
                        .getSQLState());
    }
}
