package disorder;

import io.github.isolation.it.support.Bodies;
import io.github.isolation.it.support.Crash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;

/** Eight arguments, in an order of their own in each JVM, as {@code Set.of} has them; but never in the same one twice in a row. */
final class Cities {
    private static final List<String> ALL =
            List.of("Aachen", "Berlin", "Celle", "Dresden", "Erfurt", "Fulda", "Gera", "Halle");

    private static final int JVM = number();

    private Cities() {}

    static Stream<String> inThisOrder() {
        List<String> cities = new ArrayList<>(ALL);
        Collections.rotate(cities, 3 * JVM);
        return cities.stream();
    }

    /** How many JVMs of this run there were before this one. */
    private static synchronized int number() {
        try {
            Path file = Path.of(System.getProperty("basedir"), "target", "jvms-" + System.getProperty("run"));
            Files.createDirectories(file.getParent());
            Files.writeString(file, "x", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return (int) Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body of a test. */
    static void visit(Object test, String city) {
        Bodies.ran(test.getClass().getSimpleName() + "#" + city);
        System.out.println("visited " + city);
        Assertions.assertNotEquals("Berlin", city);
    }

    /** Ends this JVM in this city: each one that comes there, or the first of all. */
    static void endIn(String city, Object test, String here, boolean always) {
        Bodies.ran(test.getClass().getSimpleName() + "#" + here);
        System.out.println("visited " + here);
        Path visited = Path.of(
                System.getProperty("basedir"),
                "target",
                System.getProperty("run") + "-" + test.getClass().getSimpleName());
        if (city.equals(here) && (always || visited.toFile().mkdir())) {
            Crash.here();
        }
    }
}
