package io.github.isolation.maven.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How a server that refuses root is started by root: in a user namespace, where root is nobody; or as another user, who owns the
 * data, and keeps one right of root's: to enter directories, since the cache is closed to others.
 *
 * <p>See {@code src-site/decisions/2026-11-29-a-server-that-refuses-root.md}.
 */
public sealed interface RunAs {
    /** What comes before the command of a server whose data is in this directory; a placeholder may stand for it. */
    List<String> prefix(String data);

    /** Whether the data is another user's after a start. */
    default boolean changesOwner() {
        return false;
    }

    /** As whoever runs the build. */
    record Self() implements RunAs {
        @Override
        public List<String> prefix(String data) {
            return List.of();
        }
    }

    /** In a user namespace of its own: to the kernel still root, without its rights; to itself, nobody. */
    record Namespace() implements RunAs {
        private static final List<String> UNSHARE = List.of("unshare", "-U");

        @Override
        public List<String> prefix(String data) {
            return UNSHARE;
        }
    }

    /** As another user. */
    record User(String name, String group) implements RunAs {
        private static final String RIGHT = "+dac_override";

        /** Seeding makes files of root's, so each start gives them to the user first. The shell becomes the server. */
        private static final String GIVE_AND_START = "chown -R \"$1:$2\" \"$3\" && shift 3 && exec \"$@\"";

        @Override
        public List<String> prefix(String data) {
            List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", GIVE_AND_START, "sh", name, group, data));
            words.addAll(become());
            return words;
        }

        private List<String> become() {
            return List.of(
                    "setpriv",
                    "--reuid=" + name,
                    "--regid=" + group,
                    "--clear-groups",
                    // Without it, access(2), by which initdb looks for the server, knows nothing of that right.
                    "--securebits=+no_setuid_fixup",
                    "--inh-caps=" + RIGHT,
                    "--ambient-caps=" + RIGHT);
        }

        @Override
        public boolean changesOwner() {
            return true;
        }
    }

    /** Asks the machine. */
    interface Machine {
        /** Whether this is root. */
        boolean isRoot() throws IOException;

        /**
         * Runs a program to its end.
         *
         * @return what it printed
         * @throws IOException with what it printed, if it failed or is not there
         */
        String run(List<String> command) throws IOException;
    }

    /**
     * What was asked for, tried once.
     *
     * @param asked {@code auto}, {@code none} or the name of a user
     * @throws IOException if that cannot be: no test is run then
     */
    static RunAs of(String asked, Machine machine) throws IOException {
        if (asked.equals("none") || !machine.isRoot()) {
            return new Self();
        }
        return asked.equals("auto") ? namespace(machine) : user(asked, machine);
    }

    private static RunAs namespace(Machine machine) throws IOException {
        RunAs namespace = new Namespace();
        List<String> command = new ArrayList<>(namespace.prefix(""));
        command.addAll(List.of("id", "-u"));
        try {
            String id = machine.run(command).strip();
            if (!id.equals("0")) {
                return namespace;
            }
            throw new IOException(String.join(" ", command) + " said " + id);
        } catch (IOException e) {
            throw new IOException(
                    "this build runs as root, and PostgreSQL refuses to: it can be started in a user namespace, which this"
                            + " machine does not allow (" + e.getMessage()
                            + "), or as another user: set isolation.runAs to"
                            + " the name of one (-Disolation.runAs=postgres), or allow user namespaces (in a container:"
                            + " --security-opt seccomp=unconfined), or do not build as root",
                    e);
        }
    }

    private static RunAs user(String name, Machine machine) throws IOException {
        try {
            User user = new User(name, machine.run(List.of("id", "-g", name)).strip());
            List<String> command = new ArrayList<>(user.become());
            command.addAll(List.of("id", "-u"));
            String id = machine.run(command).strip();
            if (id.equals("0")) {
                throw new IOException("that is root itself");
            }
            return user;
        } catch (IOException e) {
            throw new IOException(
                    "isolation.runAs is '" + name + "', and nothing can be started as that user (" + e.getMessage()
                            + "); name another one, or 'auto' for a user namespace of root's",
                    e);
        }
    }
}
