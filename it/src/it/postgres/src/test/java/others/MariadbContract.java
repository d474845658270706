package others;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Each class finds MariaDB as it was made, and leaves it in ruins. */
abstract class MariadbContract {
    @Test
    void databaseIsAsItWasMade() throws SQLException {
        String url = System.getProperty("mariadb.url");
        assumeTrue(url != null, "there is no MariaDB here");
        try (Connection database = DriverManager.getConnection(url);
                Statement statement = database.createStatement()) {
            try (ResultSet rows = statement.executeQuery("call customers()")) {
                rows.next();
                assertEquals(2, rows.getInt(1));
            }
            statement.execute("insert into customer values (3, 'carl@example.org')");
            statement.execute("create user auditor identified by 'secret'");
            statement.execute("drop procedure customers");
        }
        assertThrows(
                SQLException.class, () -> DriverManager.getConnection(url + "0").close());
    }
}
