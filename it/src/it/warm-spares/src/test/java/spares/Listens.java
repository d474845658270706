package spares;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** A listener as users have them, which writes down every class that is run in its JVM. */
public final class Listens implements TestExecutionListener {
    @Override
    public void executionStarted(TestIdentifier test) {
        test.getSource()
                .filter(ClassSource.class::isInstance)
                .ifPresent(source -> write(((ClassSource) source).getClassName()));
    }

    private static void write(String className) {
        try {
            Path heard = Path.of(System.getProperty("basedir"), "target", "heard", System.getProperty("run"));
            Files.createDirectories(heard.getParent());
            Files.writeString(heard, className + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
