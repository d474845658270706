package clash;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class ZH2MeetsTest {
    @Test
    void meets() throws Exception {
        Moments.LONG.beforeItMeets();
        try (Connection connection = DriverManager.getConnection(ZH2HoldsTest.URL); // here
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists t (id int)");
            statement.execute("insert into t values (2)");
        } finally {
            Moments.LONG.afterItMet();
        }
    }
}
