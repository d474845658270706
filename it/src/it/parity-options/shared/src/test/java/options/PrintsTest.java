package options;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints in every way. */
@Tag("fast")
class PrintsTest {

    @BeforeAll
    static void beforeAll() {
        System.out.println("before all");
    }

    @Test
    void toStandardOutput() {
        System.out.println("a line, and \u00e4 \u20ac \ud83d\ude00");
        System.out.print("half a line, ");
        System.out.println("and its end");
    }

    @Test
    void toStandardError() {
        System.err.println("an error line");
    }

    @Test
    void muchOfIt() {
        System.out.println("0123456789".repeat(30_000));
    }
}
