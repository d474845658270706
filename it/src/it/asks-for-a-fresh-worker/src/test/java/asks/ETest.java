package asks;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keeps half of the heap for ever. */
class ETest extends TakesNotes {
    private static final List<byte[]> KEPT = new ArrayList<>();

    @Test
    void keepsMemory() {
        long wanted = Runtime.getRuntime().maxMemory() / 2;
        for (long kept = 0; kept < wanted; kept += 1 << 16) {
            KEPT.add(new byte[1 << 16]);
        }
    }
}
