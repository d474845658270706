package io.github.isolation.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedMode;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Services of a fork as it starts, goes from class to class and from worker to worker, and ends. */
final class ForkServicesTest extends ServicesOnDisk {
    @Test
    void serviceIsReadyBeforeAnybodyIsToldAndTestsKnowWhereItIs() throws Exception {
        ForkServices services = services(shell("a", RestorePolicy.ON_REPLACE, STAYS));
        assertEquals(List.of(), services.forNewWorker());
        Path place = layout.services("1").resolve("a");
        assertEquals(
                Map.of("of.a", port() + " " + place.resolve("data/new") + " 1 " + place), services.systemProperties());
        assertEquals("ready\n", Files.readString(layout.services("1").resolve("a.log")));
        assertTrue(process("a").isAlive());
        assertEquals(List.of("a STARTED"), happened);
    }

    @Test
    void restoredMeansAnotherProcessWithTheDataOfTheFixture() throws Exception {
        Path fixture = Files.createDirectories(directory.resolve("cache/content"));
        Files.writeString(fixture.resolve("words"), "as it was");
        Seed seed = new Seed("words", fixture, SeedMode.COPY, "d1");
        ForkServices services = services(
                shell("a", RestorePolicy.EVERY_CLASS, seed, Map.of(), "cat $1/words; echo; " + STAYS, "@{data}"));
        services.forNewWorker();
        ProcessHandle first = process("a");
        Files.writeString(services.view("a").data().resolve("words"), "a test was here");
        services.use();
        services.afterClass();
        assertFalse(first.isAlive());
        assertNotEquals(first.pid(), process("a").pid());
        assertEquals("as it was", Files.readString(services.view("a").data().resolve("words")));
        assertEquals("as it was", Files.readString(fixture.resolve("words")));
        assertEquals(List.of("a STARTED", "a RESTORED"), happened);
        assertTrue(ended.isEmpty(), "it was meant to end");
    }

    @Test
    void eachIsRestoredWhenItsUserWantsItAndOnlyIfAClassWasRun() throws Exception {
        ForkServices services = services(
                shell("e", RestorePolicy.EVERY_CLASS, STAYS),
                shell("r", RestorePolicy.ON_REPLACE, STAYS),
                shell("n", RestorePolicy.NEVER, STAYS));
        services.forNewWorker();
        services.afterClass();
        services.forNewWorker();
        assertEquals(List.of("e STARTED", "r STARTED", "n STARTED"), happened);
        happened.clear();
        services.use();
        services.afterClass();
        assertEquals(List.of("e RESTORED"), happened);
        services.forNewWorker();
        assertEquals(List.of("e RESTORED", "r RESTORED"), happened);
        services.close();
        assertEquals(List.of("n STOPPED", "r STOPPED", "e STOPPED"), happened.subList(2, 5));
    }

    @Test
    void serviceThatExitsIsAnErrorWithItsStatusItsCommandAndTheEndOfItsLog() throws Exception {
        ForkServices services = services(shell(
                "a", RestorePolicy.NEVER, "i=0; while [ $i -lt 30 ]; do i=$((i+1)); echo line $i; done; exit $1", "3"));
        ServiceFailedException failure = assertThrows(ServiceFailedException.class, services::forNewWorker);
        assertEquals(
                "service 'a' of fork 1 ended before it was ready (log:^ready): exit status 3", failure.getMessage());
        assertTrue(failure.details().contains("/bin/sh -c"), failure.details());
        assertFalse(failure.details().contains("line 10\n"), failure.details());
        assertTrue(failure.details().contains("  line 11\n"), failure.details());
        assertTrue(failure.details().contains("  line 30\n"), failure.details());
        assertEquals(List.of("a FAILED"), happened);
    }

    @Test
    void serviceThatDoesNotBecomeReadyIsAnErrorAndDoesNotStay() throws Exception {
        ServiceSpec slow = shell("a", RestorePolicy.NEVER, "echo $$; exec sleep 600");
        ServiceLife life = new ServiceLife(
                ReadyCheck.tcp(), Duration.ofMillis(1), "TERM", Duration.ofSeconds(20), RestorePolicy.NEVER);
        ForkServices services = services(new ServiceSpec("a", slow.command(), life, null, Map.of(), null));
        ServiceFailedException failure = assertThrows(ServiceFailedException.class, services::forNewWorker);
        assertEquals("service 'a' of fork 1 was not ready (tcp) after 1 ms (<startTimeout>)", failure.getMessage());
        assertFalse(Files.exists(layout.services("1").resolve("a.process")));
    }

    @Test
    void whoDoesNotListenIsEndedByForceWithAllItHasStarted() throws Exception {
        ServiceSpec deaf =
                shell("a", RestorePolicy.NEVER, "trap '' TERM; sleep 600 & echo ready; while :; do sleep 600; done");
        ServiceLife life =
                new ServiceLife(deaf.life().ready(), Duration.ZERO, "TERM", Duration.ofMillis(1), RestorePolicy.NEVER);
        ForkServices services = services(new ServiceSpec("a", deaf.command(), life, null, Map.of(), null));
        services.forNewWorker();
        List<ProcessHandle> family = process("a").descendants().toList();
        ProcessHandle process = process("a");
        services.close();
        assertFalse(process.isAlive());
        for (ProcessHandle child : family) {
            awaitEnd(child);
        }
    }

    @Test
    void portThatSomebodyHasTakenIsReplacedByAnother() throws Exception {
        ForkServices services = services(shell("a", RestorePolicy.NEVER, STAYS));
        int taken = port();
        try (ServerSocket other = new ServerSocket(taken, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(taken, other.getLocalPort());
            assertEquals(
                    List.of("service 'a' of fork 1 has another port now, because somebody else uses the one it had"),
                    services.forNewWorker());
        }
        assertNotEquals(taken, services.view("a").port());
    }

    @Test
    void serviceThatSaysThatItsPortIsTakenIsTriedOnceWithAnother() throws Exception {
        String script =
                "[ -e seen ] && { echo ready $1; exec sleep 600; }; touch seen; echo bind: Address already in use; exit 1";
        ForkServices services = services(shell("a", RestorePolicy.NEVER, script, "@{port}"));
        int first = port();
        assertEquals(1, services.forNewWorker().size());
        assertNotEquals(first, port());
        String log = Files.readString(layout.services("1").resolve("a.log"));
        assertTrue(log.endsWith("ready " + port() + "\n"), log);
    }

    @Test
    void onlyOnceIsItTriedWithAnotherPort() throws Exception {
        ForkServices services =
                services(shell("a", RestorePolicy.NEVER, "echo EADDRINUSE; echo x >> tries; exit 1", "@{port}"));
        assertThrows(ServiceFailedException.class, services::forNewWorker);
        assertEquals("x\nx\n", Files.readString(directory.resolve("tries")));
    }

    @Test
    void endOfAServiceIsToldAndTheNextWorkerFindsAnother() throws Exception {
        ForkServices services = services(shell("a", RestorePolicy.NEVER, "echo hello; " + STAYS));
        services.forNewWorker();
        process("a").destroyForcibly();
        String told = nextEnd();
        assertTrue(
                told.startsWith(
                        "service 'a' of fork 1 ended: SIGKILL (exit status 137)\nIt last said:\n  hello\n  ready"),
                told);
        assertEquals(List.of("a STARTED", "a ENDED"), happened);
        services.forNewWorker();
        assertTrue(process("a").isAlive());
    }

    @Test
    void whatASupervisorLeftThatWasKilledIsEndedBeforeItsDataAreSeeded() throws Exception {
        ForkServices before = services(shell("a", RestorePolicy.NEVER, STAYS));
        before.forNewWorker();
        ProcessHandle left = process("a");
        ForkServices after = services(shell("a", RestorePolicy.NEVER, STAYS));
        after.forNewWorker();
        assertFalse(left.isAlive());
        assertNotEquals(left.pid(), process("a").pid());
    }

    /** A number that was given to another process since. */
    @Test
    void processThatBeganAtAnotherTimeIsNotTheOneThatWasLeft() throws Exception {
        ServiceSpec spec = shell("a", RestorePolicy.NEVER, STAYS);
        Process innocent = new ProcessBuilder("sleep", "600").start();
        try {
            Files.createDirectories(layout.services("1"));
            new ProcessNote(innocent.pid(), 12_345, "TERM")
                    .write(layout.services("1").resolve("a.process"));
            services(spec).forNewWorker();
            assertTrue(innocent.isAlive());
        } finally {
            innocent.destroyForcibly();
        }
    }

    @Test
    void passwordIsOfTheForkAndStandsWhereNobodyElseLooks() throws Exception {
        ServiceSpec spec = new ServiceSpec(
                "a",
                new ServiceCommand(
                        List.of("/bin/sh", "-c", "echo \"$SECRET\" > got; cat " + "@{directory}/conf >> got; " + STAYS),
                        List.of(),
                        Map.of("SECRET", "@{password}"),
                        Map.of("conf", "requirepass @{password}\n"),
                        directory),
                new ServiceLife(
                        ReadyCheck.parse("log:ready"),
                        Duration.ZERO,
                        "TERM",
                        Duration.ofSeconds(20),
                        RestorePolicy.NEVER),
                null,
                Map.of("url", "x:@{password}"),
                null);
        ForkServices services = services(spec);
        services.forNewWorker();
        String password = services.secrets().get(0);
        assertEquals(24, password.length());
        assertEquals(password + "\nrequirepass " + password + "\n", Files.readString(directory.resolve("got")));
        assertEquals("x:" + password, services.view("a").properties().get("url"));
        Path place = layout.services("1").resolve("a");
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(place)));
        for (String file : List.of("conf", ".password")) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(place.resolve(file))),
                    file);
        }
        assertFalse(process("a").info().commandLine().orElse("").contains(password));
        assertEquals(services.view("a"), ServiceView.of(new ServicePlan(List.of(spec)), "a", layout, "1", port()));
        assertNotEquals(password, services(spec).secrets().get(0), "of another fork");
    }
}
