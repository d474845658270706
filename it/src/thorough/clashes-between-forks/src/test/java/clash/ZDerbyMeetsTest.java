package clash;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class ZDerbyMeetsTest {
    @Test
    void meets() throws Exception {
        Moments.LONG.beforeItMeets();
        try (Connection connection = DriverManager.getConnection(ZDerbyHoldsTest.URL + ";create=true"); // here
                Statement statement = connection.createStatement()) {
            statement.execute("values 2");
        } finally {
            Moments.LONG.afterItMet();
        }
        ZDerbyHoldsTest.shutDown();
    }
}
