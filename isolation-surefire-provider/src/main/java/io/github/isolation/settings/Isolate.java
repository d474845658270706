package io.github.isolation.settings;

import java.util.List;
import java.util.Map;

/**
 * What each fork has to itself, as the user asked for it.
 *
 * @param tmpdir temporary files
 * @param userHome {@code user.home}, and {@code HOME} for programs
 * @param workingDirectory the directory in which relative paths begin
 * @param properties system properties that name a directory
 * @param machineShare whether a worker sees as many processors, and takes as much heap, as is its share
 */
public record Isolate(
        boolean tmpdir, boolean userHome, boolean workingDirectory, List<String> properties, boolean machineShare) {
    /** Properties that a JVM reads before there is a fork, or that have a setting of their own. */
    private static final Map<String, String> OTHERWISE = Map.of(
            "user.dir", "write <isolateWorkingDirectory>true</isolateWorkingDirectory> instead",
            "user.home", "write <isolateUserHome>true</isolateUserHome> instead",
            "java.io.tmpdir", "each fork has one already; see <isolateTmpdir>",
            "java.home", "it is where the JDK is");

    public Isolate {
        properties = List.copyOf(properties);
    }

    static Isolate read(Wishes wishes) {
        return new Isolate(
                !wishes.word("isolateTmpdir", List.of("true", "false")).equals("false"),
                wishes.word("isolateUserHome", List.of("false", "true")).equals("true"),
                wishes.word("isolateWorkingDirectory", List.of("false", "true")).equals("true"),
                properties(wishes),
                wishes.word("sizeToShare", List.of("false", "true")).equals("true"));
    }

    private static List<String> properties(Wishes wishes) {
        List<String> names = wishes.list("isolate", "[A-Za-z0-9._-]+", "the name of a system property");
        OTHERWISE.forEach((name, advice) -> {
            if (names.contains(name)) {
                wishes.refuse("isolate", "'" + name + "' cannot be a directory of each fork's: " + advice);
            }
        });
        return names;
    }
}
