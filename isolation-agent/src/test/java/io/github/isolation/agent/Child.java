package io.github.isolation.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A JVM of its own with the agent in it, and what that has written down. */
final class Child {
    private final Path directory;
    private final Path jdk;
    private final List<String> options = new ArrayList<>();
    private final Properties settings = new Properties();
    private String subjects = String.join(":", classPath());
    private String output = "";

    Child(Path directory, Path jdk) throws IOException {
        this.directory = directory.toRealPath();
        this.jdk = jdk;
        settings.setProperty("out", out().toString());
        settings.setProperty("areas", "files,ports,jvm");
        settings.setProperty("classPath", String.join("\n", classPath()));
    }

    Child with(String name, String value) {
        settings.setProperty(name, value);
        return this;
    }

    Child option(String option) {
        options.add(option);
        return this;
    }

    /** What it runs is in a jar; its own classes, and what is in the jar, are the same. */
    Child subjectsInAJar() throws IOException {
        Path jar = directory.resolve("subjects.jar");
        AgentJar.pack(Path.of(classPath().get(0)), jar);
        subjects = jar.toString();
        return this;
    }

    Path out() {
        return directory.resolve("worker-1.tsv");
    }

    static List<String> classPath() {
        return List.of(Path.of("target/test-classes").toAbsolutePath().toString());
    }

    /** Runs a main class to its end, which is to be a good one. */
    List<String> run(Class<?> main, String... arguments) throws IOException, InterruptedException {
        return run(List.of(), main, arguments);
    }

    /** The same, with options behind that of the agent. */
    List<String> run(List<String> later, Class<?> main, String... arguments) throws IOException, InterruptedException {
        Path file = directory.resolve("agent.properties");
        StringWriter text = new StringWriter();
        settings.store(text, null);
        Files.writeString(file, text.toString());
        List<String> command = new ArrayList<>();
        command.add(jdk.resolve("bin/java").toString());
        command.addAll(options);
        command.add("-javaagent:" + AgentJar.make(directory) + "=" + file);
        command.addAll(later);
        command.addAll(List.of("-cp", subjects, main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return Files.readAllLines(out());
    }

    String output() {
        return output;
    }

    /** What was done, as {@code KIND method:line resource}. */
    static List<String> hits(List<String> lines) {
        Map<String, String> places = new HashMap<>();
        List<String> hits = new ArrayList<>();
        for (String line : lines) {
            String[] fields = line.split("\t", -1);
            if (fields[0].equals("p")) {
                places.put(fields[1], fields[3] + ":" + fields[4]);
            } else if (fields[0].equals("h")) {
                hits.add(fields[1] + " " + places.get(fields[4]) + " " + fields[7]);
            }
        }
        return hits;
    }

    /** The lines of one sort, without the sort. */
    static List<String> of(String sort, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(sort + "\t"))
                .map(line -> line.substring(2).replace('\t', ' '))
                .toList();
    }
}
