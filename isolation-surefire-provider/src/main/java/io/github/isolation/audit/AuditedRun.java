package io.github.isolation.audit;

import io.github.isolation.fork.ForkProperties;
import io.github.isolation.fork.PortBlock;
import io.github.isolation.fork.PropertyText;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.settings.Wiring;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * A run with an audit: what the JVM of each of its workers is started with. Each has a file of what the agent has to know, and one
 * of what it finds, in {@code audit} in the directory of the run. In the supervisor.
 *
 * @param agent the jar
 * @param areas what is looked at, with commas
 * @param jars that are the user's, as directories of classes are; a class path
 * @param directory for the files of this run
 * @param forks how many there are
 */
public record AuditedRun(Path agent, String areas, String jars, Path directory, int forks) {
    private static final String SEPARATOR = "\n";
    private static final String DIRECTORIES = "directories";
    private static final String OF_TRIALS = "files,ports,jvm,statics";

    /** Of these properties of a supervisor; empty if nobody has asked for an audit, or there is no agent for it. */
    public static Optional<AuditedRun> asked(Properties properties, Path runDirectory, int forks) {
        String areas = properties.getProperty(SettingNames.AUDIT, "").strip();
        String agent = properties.getProperty(Wiring.AUDIT_AGENT, "");
        return areas.isEmpty() || agent.isEmpty()
                ? Optional.empty()
                : Optional.of(new AuditedRun(
                        Path.of(agent),
                        areas,
                        properties.getProperty(Wiring.AUDIT_JARS, ""),
                        runDirectory.resolve("audit"),
                        forks));
    }

    /** Whether workers of such a run have the agent. */
    public static boolean hasAgent(Properties properties) {
        return asked(properties, Path.of(""), 1).isPresent();
    }

    /** Of a trial in which it is to be seen what tests share; empty if there is no agent for it. */
    public static Optional<AuditedRun> ofTrial(Properties properties, Path directory, int forks) {
        return whyNot(properties).isEmpty()
                ? Optional.of(new AuditedRun(
                        Path.of(properties.getProperty(Wiring.AUDIT_AGENT, "")),
                        OF_TRIALS,
                        properties.getProperty(Wiring.AUDIT_JARS, ""),
                        directory.resolve("audit"),
                        forks))
                : Optional.empty();
    }

    /** Why there is no agent, in a few words; empty if there is one. */
    public static String whyNot(Properties properties) {
        if (!properties.getProperty(Wiring.AUDIT_AGENT, "").isEmpty()) {
            return "";
        }
        String problem = properties.getProperty(Wiring.AUDIT_AGENT_PROBLEM, "");
        return problem.isEmpty()
                ? "the Java agent for it is found by the extension of isolation-maven-plugin"
                        + " (<extensions>true</extensions>), which is not in force here"
                : "its Java agent cannot be had: " + problem;
    }

    /** What there is to say about it, in a line each. */
    public static List<String> notes(Properties properties, int forks) {
        String areas = properties.getProperty(SettingNames.AUDIT, "").strip();
        List<String> notes = new ArrayList<>();
        if (!areas.isEmpty() && properties.getProperty(Wiring.AUDIT_AGENT, "").isEmpty()) {
            notes.add("isolation: no audit: its Java agent is found by the extension of isolation-maven-plugin"
                    + " (<extensions>true</extensions>), which is not in force here");
        } else if (forks > 1 && List.of(areas.split("[\\s,]+")).contains(DIRECTORIES)) {
            notes.add(
                    "isolation: the audit does not compare directories, because with several forks nobody can tell which of"
                            + " them has changed a file; use forkCount=1");
        }
        return notes;
    }

    /**
     * The options for one worker.
     *
     * @param worker its system properties
     * @param own directories that are its own, or ours, or Surefire's
     * @param classPath of its tests
     */
    public List<String> options(int serial, Properties worker, List<Path> own, List<URL> classPath) throws IOException {
        Files.createDirectories(directory);
        Properties told = new Properties();
        told.setProperty("out", directory.resolve("worker-" + serial + ".tsv").toString());
        told.setProperty("areas", inForce());
        told.setProperty("own", texts(own));
        told.setProperty("classPath", texts(paths(classPath)));
        told.setProperty("jars", jars.replace(File.pathSeparator, SEPARATOR));
        told.setProperty("ports", String.join(SEPARATOR, ports(worker)));
        told.setProperty("watched", System.getProperty("basedir", ""));
        Path file = directory.resolve("worker-" + serial + ".properties");
        Files.writeString(file, PropertyText.of(told), StandardCharsets.US_ASCII);
        return List.of("-javaagent:" + agent + "=" + file);
    }

    private String inForce() {
        return forks == 1
                ? areas
                : List.of(areas.split(",", -1)).stream()
                        .filter(area -> !area.strip().equals(DIRECTORIES))
                        .collect(Collectors.joining(","));
    }

    /** Those that were handed to the fork, and those that {@code Isolation.port} may hand out. */
    private static List<String> ports(Properties worker) {
        List<String> ports = new ArrayList<>();
        for (String name : worker.stringPropertyNames()) {
            if (name.startsWith(ForkProperties.PORT_PREFIX)) {
                ports.add(String.valueOf(worker.getProperty(name)));
            }
        }
        String block = worker.getProperty(ForkProperties.PORT_BLOCK);
        for (int i = 0; block != null && i < PortBlock.SIZE; i++) {
            ports.add(Integer.toString(Integer.parseInt(block) + i));
        }
        return ports;
    }

    private static String texts(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(SEPARATOR));
    }

    private static List<Path> paths(List<URL> urls) throws IOException {
        List<Path> paths = new ArrayList<>();
        for (URL url : urls) {
            try {
                paths.add(Path.of(url.toURI()));
            } catch (URISyntaxException | IllegalArgumentException e) {
                throw new IOException("isolation: " + url + " on the class path of the tests is no path", e);
            }
        }
        return paths;
    }
}
