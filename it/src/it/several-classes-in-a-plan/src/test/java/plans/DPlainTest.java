package plans;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Leaves something behind, which is its own and not that of the class after it. */
@Order(3)
class DPlainTest {
    @Test
    void leavesAThread() {
        System.out.println("a line of D");
        KeepsAThread.start("left-behind");
    }
}
