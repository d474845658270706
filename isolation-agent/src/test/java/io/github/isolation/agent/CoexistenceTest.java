package io.github.isolation.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.agent.subject.StateSubject;
import io.github.isolation.agent.subject.Subject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jacoco.core.data.ExecutionData;
import org.jacoco.core.internal.data.CRC64;
import org.jacoco.core.tools.ExecFileLoader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Another agent in the same JVM, which changes the user's classes: JaCoCo's, before ours and behind it. */
final class CoexistenceTest {
    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> bothAgentsDoWhatTheyAreThereFor() throws IOException {
        return Jdks.all().stream().flatMap(jdk -> Stream.of(true, false)
                .map(first -> DynamicTest.dynamicTest(
                        jdk.getFileName() + (first ? ", theirs first" : ", ours first"), () -> look(jdk, first))));
    }

    private void look(Path jdk, boolean theirsFirst) throws IOException, InterruptedException {
        Path at = Files.createDirectories(directory.resolve(jdk.getFileName() + "-" + theirsFirst));
        Path coverage = at.resolve("jacoco.exec");
        String theirs = "-javaagent:" + Path.of("target/jacoco/agent.jar").toAbsolutePath() + "=destfile=" + coverage;
        Files.createDirectories(at.resolve("streams"));
        Child child = new Child(at, jdk).with("areas", "files,statics,jvm");
        if (theirsFirst) {
            child.option(theirs);
        }
        List<String> later = theirsFirst ? List.of() : List.of(theirs);
        List<String> lines = child.run(later, Subject.class, at.toString(), "streams");
        assertEquals("", child.output());
        assertTrue(Child.hits(lines).stream().anyMatch(hit -> hit.startsWith("WRITE streams:")), lines.toString());
        // JaCoCo knows a class by its bytes, as they are on disk: it must not see what we add to an initializer.
        List<String> states = child.run(later, StateSubject.class);
        assertTrue(Child.of("s", states).stream().anyMatch(line -> line.contains("LIST")), states.toString());
        String late = "io/github/isolation/agent/subject/StateSubject$Late";
        ExecFileLoader loader = new ExecFileLoader();
        loader.load(coverage.toFile());
        long onDisk = CRC64.classId(Files.readAllBytes(Path.of("target/test-classes", late + ".class")));
        assertEquals(
                List.of(onDisk),
                loader.getExecutionDataStore().getContents().stream()
                        .filter(data -> data.getName().equals(late))
                        .map(ExecutionData::getId)
                        .toList());

        // What JaCoCo adds to a class is no state of the user's.
        Optional<String> added = Child.of("s", states).stream()
                .filter(line -> line.contains("jacoco"))
                .findFirst();
        assertEquals(Optional.empty(), added);
    }

    /** Twice the same in one JVM: the second cannot put its class into the JDK any more. A report says so, and the tests run. */
    @Test
    void anAgentThatCannotBeginSaysSoInItsFile() throws IOException, InterruptedException {
        Child child = new Child(directory, Jdks.all().get(0)).with("areas", "files");
        Path second = directory.resolve("worker-2.tsv");
        Properties settings = new Properties();
        settings.setProperty("out", second.toString());
        settings.setProperty("areas", "files");
        Path file = directory.resolve("second.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        Files.createDirectories(directory.resolve("streams"));
        List<String> lines = child.run(
                List.of("-javaagent:" + directory.toRealPath().resolve("agent.jar") + "=" + file),
                Subject.class,
                directory.toString(),
                "streams");
        assertTrue(child.output().contains("isolation: this worker has no audit"), child.output());
        assertTrue(Child.hits(lines).stream().anyMatch(hit -> hit.startsWith("WRITE streams:")), lines.toString());
        List<String> why = Child.of("n", Files.readAllLines(second));
        assertEquals(1, why.size(), why::toString);
        assertTrue(
                why.get(0)
                        .startsWith("what a worker has run, since its agent could not begin (" + file
                                + "): java.lang.LinkageError"),
                why.get(0));
    }
}
