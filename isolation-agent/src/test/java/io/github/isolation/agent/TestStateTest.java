package io.github.isolation.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.agent.subject.StateSubject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What tests leave behind is found with their names, and what they put back is not. */
final class TestStateTest {
    private static final String OWNER = "io.github.isolation.agent.subject.StateSubject$";

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> whatIsLeftIsNamedAndWhatIsPutBackIsNot() throws IOException {
        return Jdks.all().stream()
                .map(jdk -> DynamicTest.dynamicTest(jdk.getFileName().toString(), () -> look(jdk)));
    }

    private void look(Path jdk) throws IOException, InterruptedException {
        Path at = Files.createDirectories(directory.resolve(jdk.getFileName()));
        Child child = new Child(at, jdk).with("areas", "jvm,statics").option("-Duser.language=en");
        List<String> lines = child.run(StateSubject.class);
        assertEquals("Asia/Tokyo", child.output().strip());
        Map<String, String> tests = new HashMap<>();
        for (String test : Child.of("t", lines)) {
            tests.put(
                    test.substring(0, test.indexOf(' ')),
                    test.substring(test.indexOf(' ') + 1).strip());
        }
        List<String> found = lines.stream()
                .filter(line -> line.startsWith("s\t"))
                .map(line -> line.split("\t", -1))
                .map(fields -> fields[1] + " " + tests.get(fields[2]) + " " + fields[3].replace(OWNER, "") + " "
                        + fields[4] + ": " + fields[5] + " > " + fields[6])
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "FIELD app.FirstTest counts Plain number: 0 > 3",
                        "FIELD app.FirstTest uses Late LIST: 1 element > 2 elements",
                        "FIELD app.NotLazyTest fillsAndChanges Shared lazyInList: 2 elements > 2 elements",
                        "FIELD app.PollutersTest Shared counter: 0 > 1",
                        "FIELD app.PollutersTest adds Shared LIST: 1 element > 2 elements",
                        "FIELD app.PollutersTest array Shared numbers: 2 elements > 2 elements",
                        "FIELD app.PollutersTest caches Shared lazy: null > a text of 4 characters",
                        "FIELD app.PollutersTest deep Shared MAP: 1 element > 1 element",
                        "FIELD app.PollutersTest wrapped Shared WRAPPED: 0 elements > 1 element",
                        "FILLED app.CyclesTest cycle Shared same: a Holder > a Holder",
                        "FILLED app.LazyTest fills LateLazy HOLDER: a Holder > a Holder",
                        "FILLED app.LazyTest fills Shared lazyInList: 2 elements > 2 elements",
                        "FILLED app.LazyTest fills Shared lazyInside: a Holder > a Holder",
                        "PROPERTY app.PollutersTest property  left: not set > set",
                        "PROPERTY app.PollutersTest reference  by.reference: not set > set"),
                found.stream().filter(line -> !line.startsWith("JVM")).toList());
        assertTrue(
                found.stream()
                        .anyMatch(line -> line.startsWith("JVM app.PollutersTest locale  the default locale: en")),
                found.toString());
        // Who is the first to ask for the server of beans has none of the JDK's on its account.
        assertEquals(
                List.of("JVM app.PollutersTest bean  the MBeans: 0 of them > 1 of them"),
                found.stream().filter(line -> line.contains("MBeans")).toList());
    }

    /** Tests of a dependency, and modules that are jars already, are the user's if somebody says so; otherwise they are a library. */
    @Test
    void classesInAJarAreTheUsersIfItIsOneOfTheirs() throws IOException, InterruptedException {
        Child child = new Child(directory, Jdks.all().get(0))
                .with("areas", "jvm,statics")
                .subjectsInAJar();
        List<String> asALibrary = child.run(StateSubject.class);
        assertEquals(List.of(), Child.of("p", asALibrary));
        assertEquals(List.of(), states("FIELD", asALibrary));
        Path other = Files.createSymbolicLink(directory.resolve("link.jar"), directory.resolve("subjects.jar"));
        List<String> asTheirs = child.with("jars", "nowhere.jar\n" + other).run(StateSubject.class);
        assertEquals("Asia/Tokyo", child.output().strip());
        assertEquals(9, states("FIELD", asTheirs).size());
        assertTrue(
                states("FIELD", asTheirs).stream().anyMatch(line -> line.endsWith("Late LIST 1 element 2 elements")),
                asTheirs.toString());
        assertTrue(Child.hits(asTheirs).stream().anyMatch(hit -> hit.startsWith("PROPERTY ")), asTheirs.toString());
    }

    private static List<String> states(String kind, List<String> lines) {
        return Child.of("s", lines).stream()
                .filter(line -> line.startsWith(kind))
                .toList();
    }

    /** Tests that compile something, or load an application again, would run out of memory. */
    @Test
    void aClassLoaderThatATestIsDoneWithIsCollected() throws IOException, InterruptedException {
        Child child = new Child(directory, Jdks.all().get(0)).with("areas", "jvm,statics");
        child.run(StateSubject.class, "loader");
        assertEquals("collected", child.output().strip());
    }

    /** An audit that is asked for files only does not touch a static field. */
    @Test
    void stateIsNotLookedAtUnlessThatIsAskedFor() throws IOException, InterruptedException {
        Child child = new Child(directory, Jdks.all().get(0)).with("areas", "files");
        List<String> lines = child.run(StateSubject.class);
        assertEquals(List.of(), Child.of("s", lines));
        assertEquals(List.of("files"), Child.of("o", lines));
    }

    /** A report of nothing would be taken for a good one. */
    @Test
    void whereNobodyTellsWhichTestRunsThatIsWrittenDown() throws IOException, InterruptedException {
        Child child = new Child(directory, Jdks.all().get(0)).with("areas", "files");
        List<String> lines = child.run(StateSubject.class, "nobody");
        assertEquals(List.of("which test does what: nobody tells"), Child.of("n", lines));
    }
}
