package io.github.isolation.surefire;

import io.github.isolation.supervisor.core.CrashLimit;
import io.github.isolation.supervisor.core.Placement;
import io.github.isolation.supervisor.core.PlanSharing;
import io.github.isolation.supervisor.core.RetirePolicy;
import io.github.isolation.supervisor.core.Settings;
import io.github.isolation.supervisor.core.Splitting;
import io.github.isolation.supervisor.core.Supervision;
import io.github.isolation.supervisor.core.account.Limits;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.security.SecureRandom;
import java.util.List;

/**
 * Uses for nothing what the launch of the first worker is going to use, in a thread of its own: tests wait until a worker is
 * there, most of that time goes into loading classes, and a core is idle while the main thread does it alone
 * (it/benchmark/README.md).
 */
final class ClassPreloader implements Runnable {
    private static final Settings NOBODYS = new Settings(
            1,
            1,
            false,
            false,
            RetirePolicy.NEVER,
            CrashLimit.usual(),
            Limits.NONE,
            0,
            0,
            false,
            0,
            PlanSharing.NONE,
            Splitting.NEVER);

    private ClassPreloader() {}

    /** Begins, and lets the caller go on. */
    static void begin() {
        Thread thread = new Thread(new ClassPreloader(), "isolation-head-start");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            new SecureRandom().nextInt(); // for the id of the run, secrets, names of temporary files
            new Supervision(NOBODYS, List.of("None"), Placement.FREE).start(0);
            new DatagramSocket(null).close(); // the lock on a fork's ports is one
            new ProcessBuilder().environment();
            ServerSocketChannel.open(StandardProtocolFamily.UNIX).close();
        } catch (IOException | RuntimeException | LinkageError e) {
            // Who really needs what is missing here will say so.
        }
    }
}
