package audited;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What tests share in one JVM. */
final class Registry {
    static final List<String> NAMES = new ArrayList<>();
    static final CountDownLatch GO = new CountDownLatch(1);
    static final CountDownLatch DONE = new CountDownLatch(1);

    private Registry() {}
}
