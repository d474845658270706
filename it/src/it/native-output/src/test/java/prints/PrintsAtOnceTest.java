package prints;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Prints past Java as soon as it has begun, when nobody may have heard yet that it has. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PrintsAtOnceTest {
    @RepeatedTest(50)
    @Order(1)
    void isOverAtOnce() {}

    @Test
    @Order(2)
    void printsAtOnce() throws IOException, InterruptedException {
        new FileOutputStream(FileDescriptor.out).write("a line of this test\n".getBytes());
        Thread.sleep(4000); // the line is this test's only if it is read while the test runs, however slow the machine
    }
}
