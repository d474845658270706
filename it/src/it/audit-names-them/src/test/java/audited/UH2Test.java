package audited;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Opens a database of H2's, whose files are its own affair. */
class UH2Test {
    @Test
    void opens() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:./target/h2/data"); // here
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists t (id int)");
            statement.execute("insert into t values (1)");
        }
    }
}
