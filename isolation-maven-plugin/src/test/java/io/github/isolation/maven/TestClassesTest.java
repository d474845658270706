package io.github.isolation.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many forks are worth a directory of their own is known from the files, before Surefire has looked for tests. */
final class TestClassesTest {
    @TempDir
    Path classes;

    @ParameterizedTest
    @CsvSource({
        "ATest.class, 1",
        "p/q/ATest.class, 1",
        "ATest.class ATest$Inner.class ATest$1.class, 1",
        "ATest.class BTest.class, 2",
        "ATest.class notes.txt ATest.java, 1",
        "module-info.class ATest.class, 2",
    })
    void classesOfTheModuleAreCounted(String files, int count) throws IOException {
        make(files);
        assertEquals(count, TestClasses.atMost(classes, 100));
    }

    /** Tests may come from a dependency, and one fork is always worth it. */
    @Test
    void whereThereAreNoneOneForkIsMadeReady() throws IOException {
        assertEquals(1, TestClasses.atMost(classes, 100));
        assertEquals(1, TestClasses.atMost(classes.resolve("not there"), 100));
        make("notes.txt");
        assertEquals(1, TestClasses.atMost(classes, 100));
        assertEquals(1, TestClasses.atMost(classes.resolve("notes.txt"), 100));
    }

    @Test
    void countingStopsWhereItIsEnough() throws IOException {
        make("A.class B.class C.class D.class");
        for (int enough = 1; enough <= 4; enough++) {
            assertEquals(enough, TestClasses.atMost(classes, enough));
        }
    }

    private void make(String files) throws IOException {
        for (String name : files.split(" ", -1)) {
            Path file = classes.resolve(name);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
    }
}
