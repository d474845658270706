package io.github.isolation.supervisor;

import java.util.List;

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
    public Isolate {
        properties = List.copyOf(properties);
    }

    static Isolate read(Wishes wishes) {
        return new Isolate(
                !wishes.word("isolateTmpdir", List.of("true", "false")).equals("false"),
                wishes.word("isolateUserHome", List.of("false", "true")).equals("true"),
                wishes.word("isolateWorkingDirectory", List.of("false", "true")).equals("true"),
                wishes.list("isolate", "[A-Za-z0-9._-]+", "the name of a system property"),
                wishes.word("sizeToShare", List.of("false", "true")).equals("true"));
    }
}
