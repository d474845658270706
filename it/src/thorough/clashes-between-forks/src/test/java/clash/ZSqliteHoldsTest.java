package clash;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Native code opens, writes and locks the file; that it is opened is in the address of the database. */
class ZSqliteHoldsTest {
    static final String URL = "jdbc:sqlite:target/sqlite.db";

    @Test
    void holds() throws Exception {
        try (Connection connection = DriverManager.getConnection(URL); // here
                Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = 10000");
            statement.execute("create table if not exists t (id int)");
            connection.setAutoCommit(false);
            statement.execute("insert into t values (1)");
            Moments.LONG.holds();
            connection.commit();
        }
    }
}
