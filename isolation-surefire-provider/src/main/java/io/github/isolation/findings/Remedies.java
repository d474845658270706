package io.github.isolation.findings;

import java.util.List;
import java.util.Locale;

/** What to do about a finding: a way that takes the cause away first, then one that keeps tests apart. */
final class Remedies {
    /**
     * In words, and as text to paste.
     *
     * @param paste empty if there is none
     */
    record Remedy(String words, String paste) {}

    private Remedies() {}

    static Remedy file(String path, List<Hit> hits) {
        if (hits.stream().anyMatch(hit -> hit.kind().equals("DATABASE"))) {
            return new Remedy(
                    "Give each fork a database of its own: its directory, or a name that no other fork uses. Or let nobody use it at"
                            + " the same time.",
                    "Isolation.fork().directory().resolve(\"" + name(path) + "\")");
        }
        if (hits.stream()
                .allMatch(hit -> hit.kind().equals("READ")
                        || !hit.changesFile()
                        || hit.kind().equals("BIND_UNIX"))) {
            return new Remedy(
                    "Give each fork a path of its own, in its directory.",
                    "Isolation.fork().directory().resolve(\"" + name(path) + "\")");
        }
        return new Remedy(
                "Write to @TempDir, or into the directory of the fork. If the tests need this very path, a lock across forks keeps them"
                        + " apart (it needs <crossForkLocks>true</crossForkLocks>), and @SameFork keeps them in one fork.",
                "Isolation.fork().directory().resolve(\"" + name(path) + "\")\n"
                        + "@ResourceLock(\"" + name(path) + "\")\n"
                        + "@SameFork(\"" + name(path) + "\")");
    }

    static Remedy port() {
        return new Remedy(
                "Ask for a port that is the fork's own, or let the system choose one (port 0).",
                "int port = Isolation.port(\"server\");");
    }

    static Remedy service(String address) {
        return new Remedy(
                "If what tests do there depends on what others did, give each fork names of its own there, or a service of its own.",
                "String name = Isolation.name(\"table\");");
    }

    static Remedy left(Left left) {
        if (left.kind().equals("PROPERTY")) {
            return new Remedy(
                    "Set it back after the test. If that cannot be, a fresh worker for the class keeps it from others.",
                    "@AfterEach\nvoid restore() {\n    System.clearProperty(\"" + left.name() + "\");\n}");
        }
        if (left.isField()) {
            return new Remedy(
                    "Set it back after the test. If that cannot be, a fresh worker for the class keeps it from others.",
                    "@FreshWorker(before = false)");
        }
        return new Remedy(
                "Set it back after the test. If that cannot be, a fresh worker for the class keeps it from others.",
                left.name().toLowerCase(Locale.ROOT).contains("locale")
                        ? "@AfterEach\nvoid restore() {\n    Locale.setDefault(before);\n}"
                        : "@FreshWorker(before = false)");
    }

    static Remedy difference() {
        return new Remedy(
                "Native code or another process has changed it. If another class uses it, give each fork its own.", "");
    }

    static Remedy atWork() {
        return new Remedy("Let the test wait until its thread has ended, or shut its executor down in @AfterEach.", "");
    }

    private static String name(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return name.replace("\"", "");
    }
}
