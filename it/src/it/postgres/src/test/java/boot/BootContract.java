package boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

/** Each class finds the database as it was made, in the one application that Spring keeps for all of them. */
@SpringBootTest(classes = Application.class)
abstract class BootContract {
    @Autowired
    private JdbcTemplate database;

    @Test
    void databaseIsAsItWasMade() {
        assertEquals(2, database.queryForObject("select count(*) from customer", Integer.class));
        database.execute("drop table purchase");
        database.execute("insert into customer values (3, 'carl@example.org')");
    }
}
