package io.github.isolation.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.process.Descendants.Origin;
import io.github.isolation.protocol.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What comes from a worker that is gone is found, and nothing else. */
@EnabledOnOs(OS.LINUX)
class DescendantsTest {
    private static final String SLEEPER = "sh -c 'echo $$; exec sleep 300'";
    private static final String BARE = "env -i " + SLEEPER + " &";
    private static final String WITH_ENVIRONMENT = "setsid " + SLEEPER + " &";

    private final List<ProcessHandle> all = new ArrayList<>();

    @AfterEach
    void leaveNothing() {
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /** A shell in the place of a worker, and the one process it has left behind; that one has another parent by now. */
    private record Dead(Origin origin, ProcessHandle orphan) {}

    private Dead dead(String mark, String leaves) throws Exception {
        // It ends when its input does: what a process wrote after the end of its parent, nobody reads from Process.
        ProcessBuilder builder = new ProcessBuilder(Descendants.inOwnSession(List.of("sh", "-c", leaves + " cat")));
        builder.environment().put("MARK", mark);
        Process worker = builder.start();
        var reader = new BufferedReader(new InputStreamReader(worker.getInputStream(), StandardCharsets.UTF_8));
        ProcessHandle orphan =
                ProcessHandle.of(Long.parseLong(reader.readLine())).orElseThrow();
        all.add(orphan);
        worker.getOutputStream().close();
        worker.waitFor();
        assertNotEquals(worker.pid(), orphan.parent().map(ProcessHandle::pid).orElse(0L));
        return new Dead(new Origin(worker.toHandle(), mark), orphan);
    }

    @Test
    void whoHasLostParentAndEnvironmentIsKnownByTheSession() throws Exception {
        Dead one = dead(Secret.create(), BARE);
        Dead other = dead(Secret.create(), BARE);
        Descendants.endOrphans(List.of(one.origin()));
        one.orphan().onExit().get(1, TimeUnit.MINUTES);
        assertTrue(other.orphan().isAlive());
    }

    @Test
    void whoHasLostParentAndSessionIsKnownByTheEnvironment() throws Exception {
        Dead one = dead(Secret.create(), WITH_ENVIRONMENT);
        Dead other = dead(Secret.create(), WITH_ENVIRONMENT);
        Descendants.endOrphans(List.of(one.origin()));
        one.orphan().onExit().get(1, TimeUnit.MINUTES);
        assertTrue(other.orphan().isAlive());
    }

    /** The known limit. */
    @Test
    void whoHasLostAllOfThatIsNotFoundAndNobodyElseInItsPlace() throws Exception {
        Dead one = dead(Secret.create(), "env -i setsid " + SLEEPER + " &");
        Descendants.endOrphans(List.of(one.origin()));
        assertTrue(one.orphan().isAlive());
    }

    /** Its number may be another process's by now, and that one may be at the head of a session. */
    @Test
    void aNumberThatIsSomebodyElsesIsNoSession() throws Exception {
        Process leader = new ProcessBuilder("setsid", "sh", "-c", SLEEPER + " & wait").start();
        all.add(leader.toHandle());
        var reader = new BufferedReader(new InputStreamReader(leader.getInputStream(), StandardCharsets.UTF_8));
        ProcessHandle member =
                ProcessHandle.of(Long.parseLong(reader.readLine())).orElseThrow();
        all.add(member);
        assertFalse(new Origin(null, "").isOf(member.pid()));
        assertFalse(dead(Secret.create(), BARE).origin().isOf(member.pid()));
        assertTrue(new Origin(leader.toHandle(), "").isOf(member.pid()));
    }

    /** What is short stands in many an environment. */
    @Test
    void aShortTextIsNoMark() throws Exception {
        Dead one = dead("PATH", "setsid " + SLEEPER + " &");
        assertFalse(one.origin().isOf(one.orphan().pid()));
    }

    @Test
    void theProcessInASessionOfItsOwnIsTheOneThatWasStarted() throws IOException, InterruptedException {
        Process worker =
                new ProcessBuilder(Descendants.inOwnSession(List.of("sh", "-c", "cat /proc/$$/stat; cat"))).start();
        all.add(worker.toHandle());
        var reader = new BufferedReader(new InputStreamReader(worker.getInputStream(), StandardCharsets.UTF_8));
        String[] stat = reader.readLine().split(" ", -1);
        assertEquals(Long.toString(worker.pid()), stat[0]);
        assertEquals(stat[0], stat[5]);
        assertTrue(Files.isExecutable(Path.of("/usr/bin/setsid")) || Files.isExecutable(Path.of("/bin/setsid")));
        worker.getOutputStream().close();
        assertEquals(0, worker.waitFor());
    }
}
