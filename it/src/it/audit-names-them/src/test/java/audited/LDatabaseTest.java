package audited;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Without a driver nothing is opened; what was to be opened is known. */
class LDatabaseTest {
    @Test
    void opens() {
        assertThrows(SQLException.class, () -> DriverManager.getConnection("jdbc:sqlite:target/data.db")); // here
    }

    @Test
    void opensDerby() {
        assertThrows(
                SQLException.class, () -> DriverManager.getConnection("jdbc:derby:target/derby;create=true")); // derby
    }
}
