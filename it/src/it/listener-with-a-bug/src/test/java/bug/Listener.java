package bug;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Throws when the third class starts; JUnit logs that, and a handler that makes warnings fatal throws again. */
public class Listener implements TestExecutionListener {
    static {
        Logger.getLogger("").addHandler(new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
                    throw new IllegalStateException("no warnings: " + line.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.getUniqueId().endsWith("C3Test]")) {
            throw new IllegalArgumentException("a bug");
        }
    }
}
