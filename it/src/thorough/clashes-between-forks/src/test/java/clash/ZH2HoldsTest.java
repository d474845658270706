package clash;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** A database of H2's is one JVM's at a time. */
class ZH2HoldsTest {
    static final String URL = "jdbc:h2:./target/h2/data";

    @Test
    void holds() throws Exception {
        try (Connection connection = DriverManager.getConnection(URL); // here
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists t (id int)");
            statement.execute("insert into t values (1)");
            Moments.LONG.holds();
        }
    }
}
