package recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.Isolation;
import io.github.isolation.Naming;
import org.junit.jupiter.api.Test;

/** Names for what forks share. */
class NamesTest {
    @Test
    void everyForkHasItsOwnName() {
        String queue = Isolation.name("orders"); // orders-fork2, orders-main in an IDE
        assertEquals("orders-fork" + Isolation.fork().slot(), queue);

        String table = Isolation.name("audit log", Naming.POSTGRES_IDENTIFIER); // audit_log_k3x…_fork2
        assertTrue(table.matches("audit_log_[a-z2-7]{12}_fork\\d"), table);

        String bucket = Isolation.uniqueName("invoices", Naming.S3_BUCKET); // invoices-3fa2b1c0-fork2
        assertEquals(
                "invoices-" + Isolation.fork().runId() + "-fork"
                        + Isolation.fork().slot(),
                bucket);
    }

    @Test
    void goldenFilesKeepThePlainName() {
        String page = "<a href='/queues/" + Isolation.name("orders") + ".json'>";
        assertEquals("<a href='/queues/orders.json'>", Isolation.normalize(page));
    }
}
