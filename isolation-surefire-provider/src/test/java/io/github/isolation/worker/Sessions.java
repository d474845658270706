package io.github.isolation.worker;

import java.nio.file.Path;
import java.util.Map;

/** Sessions of workers that were told one thing or another at their start, and none of which is that of this JVM. */
final class Sessions {
    private static final Path NOWHERE = Path.of("target", "no-such-directory");

    private Sessions() {}

    /** One that nobody has told anything; it does not look for leaks. */
    static WorkerSettings plain() {
        return new WorkerSettings("1", true, NOWHERE, false, null, false, "ignore", "", false, false, false);
    }

    static WorkerSettings retiringOnFailure() {
        return new WorkerSettings("1", true, NOWHERE, true, null, false, "ignore", "", false, false, false);
    }

    static WorkerSettings stoppingOnDiscoveryErrors() {
        return new WorkerSettings("1", true, NOWHERE, false, null, false, "ignore", "", true, false, false);
    }

    static WorkerSettings inTwoForks() {
        return new WorkerSettings("2", false, NOWHERE, false, null, false, "ignore", "", false, false, false);
    }

    static WorkerSettings splitting(boolean tail) {
        return new WorkerSettings("1", false, NOWHERE, false, null, false, "ignore", "", false, false, tail);
    }

    /** In the only fork. */
    static WorkerSettings splittingAlone() {
        return new WorkerSettings("1", true, NOWHERE, false, null, false, "ignore", "", false, false, true);
    }

    static WorkerSettings locking(Path directory) {
        return new WorkerSettings("1", true, directory, false, null, false, "ignore", "", false, true, false);
    }

    /** Whose provider was told that it is in the first worker, and that plans may be shared. */
    static WorkerSession first(FakeConversation supervisor, WorkerSettings settings) {
        WorkerSession session = new WorkerSession(supervisor, settings);
        session.execution().begin(Map.of(IsolationProvider.FIRST, "true", IsolationProvider.SHARES_PLANS, "true"));
        return session;
    }
}
