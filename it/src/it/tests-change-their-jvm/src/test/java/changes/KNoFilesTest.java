package changes;

import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** No file can be opened while this class ends, and for a moment after it. */
class KNoFilesTest extends Stays {
    private static final CountDownLatch OVER = new CountDownLatch(1);
    private static volatile boolean begun;

    /** Waits until files can be opened again, if this JVM has run this class. */
    static void awaitFiles() {
        try {
            if (begun) {
                OVER.await();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void change() throws ClassNotFoundException {
        // What comes next is loaded already: that a class file cannot be read is nobody's fault but this class's.
        for (String next : List.of("LPropertiesTest", "MStubbornTest", "NManagerTest", "ZLastTest")) {
            Class.forName("changes." + next);
        }
    }

    @AfterAll
    static void useUpAllFiles() throws InterruptedException {
        begun = true;
        CountDownLatch used = new CountDownLatch(1);
        Thread thief = new Thread(() -> steal(used), "thief");
        thief.setDaemon(true);
        thief.start();
        used.await();
    }

    private static void steal(CountDownLatch used) {
        List<FileInputStream> stolen = new ArrayList<>();
        try {
            while (true) {
                stolen.add(new FileInputStream("/dev/null"));
            }
        } catch (IOException e) {
            used.countDown();
        }
        try {
            Thread.sleep(150);
            for (FileInputStream file : stolen) {
                file.close();
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            OVER.countDown();
        }
    }
}
