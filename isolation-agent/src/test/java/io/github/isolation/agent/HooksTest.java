package io.github.isolation.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.agent.subject.Subject;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each hook, in a JVM that does what it is there for: what is marked in {@link Subject} is found, and nothing else. */
final class HooksTest {
    private static final List<String> TESTS = List.of(
            "streams",
            "files",
            "channels",
            "paths",
            "ports",
            "portsByChannels",
            "setters",
            "processes",
            "databases",
            "threads",
            "noise",
            "starter");

    private static final Path SOURCE = Path.of("src/test/java/io/github/isolation/agent/subject/Subject.java");
    private static final Pattern MARK = Pattern.compile("([A-Z_]{4,}) (.*?)(?= [A-Z_]{4,} |$)");

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> whatIsMarkedIsFoundAndNothingElse() throws IOException {
        return Jdks.all().stream()
                .map(jdk -> DynamicTest.dynamicTest(jdk.getFileName().toString(), () -> look(jdk)));
    }

    private void look(Path jdk) throws IOException, InterruptedException {
        Path at = Files.createDirectories(directory.resolve(jdk.getFileName())).toRealPath();
        for (String test : TESTS) {
            Files.createDirectories(at.resolve(test));
        }
        Path noise = at.resolve("noise");
        Files.createDirectories(noise.resolve("own"));
        Files.createDirectories(noise.resolve("relative-own"));
        int port = free();
        int own = free();
        Child child = new Child(at, jdk)
                .with("own", noise.resolve("own") + "\n" + noise.resolve("relative-own"))
                .with("ports", Integer.toString(own))
                .option("-Dport=" + port)
                .option("-Down.port=" + own);
        List<String> arguments = new ArrayList<>(List.of(at.toString()));
        arguments.addAll(TESTS);
        List<String> lines = child.run(Subject.class, arguments.toArray(new String[0]));
        assertEquals(List.of(), said(child));
        assertEquals(List.of(), Child.of("x", lines));
        assertEquals(expected(port), found(lines, at));
        assertEquals(TESTS.size() + 1, Child.of("t", lines).size());
        assertEquals("1 app.OneTest ", Child.of("t", lines).get(0));
        assertEquals("2 app.OneTest streams", Child.of("t", lines).get(1));
    }

    /** Of each line with marks: the line, and what is found there. */
    private static Set<String> expected(int port) throws IOException {
        Set<String> expected = new TreeSet<>();
        List<String> source = Files.readAllLines(SOURCE);
        for (int i = 0; i < source.size(); i++) {
            int mark = source.get(i).lastIndexOf("; // ");
            if (mark < 0) {
                continue;
            }
            Matcher marks = MARK.matcher(source.get(i).substring(mark + "; // ".length()));
            while (marks.find()) {
                expected.add(
                        (i + 1) + " " + marks.group(1) + " " + marks.group(2).replace("PORT", "" + port));
            }
        }
        expected.removeIf(line -> line.endsWith("no agent"));
        return expected;
    }

    private static Set<String> found(List<String> lines, Path at) {
        Set<String> found = new TreeSet<>();
        for (String hit : Child.hits(lines)) {
            String[] words = hit.split(" ", 3);
            String line = words[1].substring(words[1].indexOf(':') + 1);
            if (!words[1].startsWith("main:")) {
                found.add(line + " " + words[0] + " " + words[2].replaceFirst(at + "/[a-zA-Z]+", ""));
            }
        }
        return found;
    }

    /** Less what a newer JDK says of native libraries. */
    private static List<String> said(Child child) {
        return child.output()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("WARNING: "))
                .toList();
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
