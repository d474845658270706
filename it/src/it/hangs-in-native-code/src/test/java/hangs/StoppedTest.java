package hangs;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** Stops its whole JVM, which then answers no question and no polite request. */
class StoppedTest extends Three {

    @Override
    void hang() throws IOException, InterruptedException {
        new ProcessBuilder(
                        "kill", "-STOP", Long.toString(ProcessHandle.current().pid()))
                .start();
        new CountDownLatch(1).await();
    }
}
