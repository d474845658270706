package io.github.isolation.surefire;

import io.github.isolation.archive.CdsArchive;
import io.github.isolation.archive.ClassLists;
import io.github.isolation.fork.FileErrors;
import io.github.isolation.settings.Wiring;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The archive with the jars of the user's tests that is not there yet: the workers of this run write down what they load, and
 * after the tests it is made of that.
 *
 * @param classes the archive
 * @param lists what they write down; null if this run is none of all tests, so that another one will make it
 */
record SuiteArchive(CdsArchive classes, @Nullable ClassLists lists) {
    /** What Surefire was told with {@code -Dtest}. */
    private static final String FILTER = "requestedTest";

    /**
     * Looks for it, beside the one that all suites share.
     *
     * @param system the system properties, which tell the module, its execution, and where jars are that builds do not make
     *     anew each time
     * @param ofAllTests whether the run is one of all tests of the module, as far as {@code -Dtest} does not say otherwise
     */
    static Optional<SuiteArchive> look(
            CdsArchive shared, Booter booter, Properties system, boolean ofAllTests, Consumer<String> note) {
        String repository = system.getProperty("localRepository", "");
        String suite = String.join(
                " ",
                system.getProperty("basedir", ""),
                system.getProperty(Wiring.EXECUTION, ""),
                system.getProperty("java.home", ""));
        boolean isFiltered = !booter.value(FILTER).isBlank();
        return shared.ofSuite(suite, repository.isEmpty() ? null : Path.of(repository), note)
                .map(classes -> new SuiteArchive(
                        classes, ofAllTests && !isFiltered && !classes.isThere() ? new ClassLists() : null));
    }

    /** The option with which a worker's JVM writes down what it loads; empty if it need not. */
    Optional<String> option(Path directory, int serial) {
        return lists == null ? Optional.empty() : lists.option(directory, serial);
    }

    /** Removes what the workers wrote down. */
    void forget(Consumer<String> note) {
        try {
            if (lists != null) {
                lists.delete();
            }
        } catch (IOException e) {
            note.accept("isolation: the lists of loaded classes stay where they are: " + FileErrors.text(e));
        }
    }
}
