package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.Isolation;
import io.github.isolation.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Each class finds the stub as the fixture is, whatever those before it have ordered. */
abstract class OrdersTests {
    @Test
    void whatOthersOrderedIsNotThere() throws Exception {
        assertEquals("first\n", Shop.orders(""));
        assertEquals(
                "first\n" + getClass().getName() + "\n", Shop.orders(getClass().getName()));
    }

    @Test
    void testsKnowWhereItIs() throws Exception {
        Service stub = Isolation.service("stub");
        assertEquals(System.getProperty("port"), "" + stub.port());
        assertEquals(System.getProperty("stub.url"), stub.property("stub.url"));
        assertEquals(stub.property("stub.url") + "orders", System.getenv("ORDERS_URL"));
        assertEquals(System.getProperty("stub.password"), stub.property("stub.password"));
        assertEquals(true, Files.readString(stub.data().resolve("orders.txt")).startsWith("first\n"));
        assertEquals(true, Files.readString(stub.log()).contains("listening on " + stub.port()));
        Path secrets = Files.createDirectories(Path.of("target", "secrets"));
        Files.writeString(
                secrets.resolve(
                        System.getProperty("run") + "-" + Isolation.fork().slot()),
                stub.property("stub.password"));
    }
}
