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

    public Isolate {
        properties = List.copyOf(properties);
    }

    static Isolate read(SettingsReader settings) {
        return new Isolate(
                settings.get(KnownSettings.ISOLATE_TMPDIR),
                settings.get(KnownSettings.ISOLATE_USER_HOME),
                settings.get(KnownSettings.ISOLATE_WORKING_DIRECTORY),
                settings.get(KnownSettings.ISOLATE),
                settings.get(KnownSettings.SIZE_TO_SHARE));
    }

    /** The names of properties that may be a directory of each fork's. */
    record PropertyNames(Forms.Names names) implements Form<List<String>> {
        /** Properties that a JVM reads before there is a fork, or that have a setting of their own. */
        private static final Map<String, String> OTHERWISE = Map.of(
                "user.dir", "write <isolateWorkingDirectory>true</isolateWorkingDirectory> instead",
                "user.home", "write <isolateUserHome>true</isolateUserHome> instead",
                "java.io.tmpdir", "each fork has one already; see <isolateTmpdir>",
                "java.home", "it is where the JDK is");

        PropertyNames() {
            this(new Forms.Names("[A-Za-z0-9._-]+", "the name of a system property", "names of system properties"));
        }

        @Override
        public List<String> parse(String text) {
            List<String> all = names.parse(text);
            for (String name : all) {
                String advice = OTHERWISE.get(name);
                if (advice != null) {
                    throw new IllegalArgumentException(
                            "'" + name + "' cannot be a directory of each fork's: " + advice);
                }
            }
            return all;
        }

        @Override
        public String values() {
            return names.values();
        }

        @Override
        public boolean isList() {
            return true;
        }
    }
}
