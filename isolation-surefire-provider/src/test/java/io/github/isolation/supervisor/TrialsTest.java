package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.ForkLayout;
import io.github.isolation.process.Blueprint;
import io.github.isolation.protocol.Endpoint;
import io.github.isolation.service.ReadyCheck;
import io.github.isolation.service.RestorePolicy;
import io.github.isolation.service.ServiceCommand;
import io.github.isolation.service.ServiceEvent;
import io.github.isolation.service.ServiceLife;
import io.github.isolation.service.ServicePlan;
import io.github.isolation.service.ServiceSpec;
import io.github.isolation.settings.ReseedPolicy;
import io.github.isolation.supervisor.core.Input;
import io.github.isolation.supervisor.core.account.Limits;
import io.github.isolation.trial.Outcome;
import io.github.isolation.trial.Piece;
import io.github.isolation.trial.TestRef;
import io.github.isolation.trial.Trial;
import io.github.isolation.trial.TrialResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trials from their first worker to their end, with processes that speak like workers. */
final class TrialsTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    private final List<Integer> started = new ArrayList<>();

    @Test
    void aWorkerRunsWhatItIsGivenInThatOrderAndTheNextTrialHasAFreshOne() {
        Trials trials = trials();
        assertEquals(Outcome.PASSED, run(trials, inOrder("Reads", "Sets"), LONG).of(test("Reads")));
        TrialResult after = run(trials, inOrder("Sets", "Reads"), LONG);
        assertEquals(Outcome.FAILED, after.of(test("Reads")));
        assertTrue(after.fails(test("Reads")));
        assertEquals(Outcome.PASSED, after.of(test("Sets")));
        assertEquals("", after.problem());
        assertEquals(Map.of(), after.cutOff());
        assertEquals(Outcome.PASSED, run(trials, inOrder("Reads"), LONG).of(test("Reads")));
        assertEquals(List.of(1, 1, 1), started);
    }

    @Test
    void severalWorkersRunAtTheSameTime() {
        TrialResult both = run(trials(), Trial.atOnce(Piece.whole("Meets1"), Piece.whole("Meets2")), LONG);
        assertEquals(Outcome.PASSED, both.of(test("Meets1")));
        assertEquals(Outcome.PASSED, both.of(test("Meets2")));
        started.sort(null);
        assertEquals(List.of(1, 2), started);
    }

    /** Nobody goes on in the place of a worker that died: it would not have what the first one had. */
    @Test
    void whatComesAfterACrashIsNotRun() {
        TrialResult result = run(trials(), inOrder("Sets", "Dies", "Reads"), LONG);
        assertEquals(Outcome.PASSED, result.of(test("Sets")));
        assertEquals(Outcome.CRASHED, result.of(test("Dies")));
        assertEquals(Outcome.NOT_RUN, result.of(test("Reads")));
        assertEquals(Map.of("Reads", "Dies"), result.cutOff());
        assertEquals(List.of(1), started);
    }

    @Test
    void oneThatTakesTooLongIsEndedAndSaysSo() {
        TrialResult result = run(trials(), inOrder("Sits"), Duration.ofSeconds(1));
        assertEquals(Outcome.NOT_RUN, result.of(test("Sits")));
        assertEquals("it took longer than 1 s", result.problem());
    }

    @Test
    void noneIsRunAnyMoreOnceMavenHasEndedThem() {
        Trials trials = trials();
        trials.put(new Input.Ping());
        assertFalse(trials.areCancelled());
        trials.put(new Input.Shutdown("KILL"));
        assertTrue(trials.areCancelled());
        assertEquals(Outcome.NOT_RUN, run(trials, inOrder("Sits"), LONG).of(test("Sits")));
    }

    @Test
    void ofPassingTestsOnlyThoseAreKeptThatAreAskedFor() {
        TrialResult result = assertTimeoutPreemptively(LONG, () -> trials().run(
                        inOrder("Sets", "Reads"), LONG, test -> test.className().equals("None")));
        assertEquals(1, result.outcomes().size());
        assertTrue(result.fails(test("Reads")));
    }

    /** For a new worker what the one before has used is restored. No record has anything of it. */
    @Test
    void theWorkersOfEachTrialHaveTheServicesOfTheirFork() throws Exception {
        ForkSites sites = sites();
        List<ServiceEvent> heard = Collections.synchronizedList(new ArrayList<>());
        sites.provide(new ServicePlan(List.of(serverThatCountsItsStarts(RestorePolicy.ON_REPLACE))));
        sites.listenToServices((event, fork) -> heard.add(event));
        Trials trials = trials(sites);
        try {
            assertEquals(
                    Outcome.PASSED, run(trials, inOrder("Served", "Sets"), LONG).of(test("Served")));
            assertEquals(1, starts());
            assertEquals(Outcome.PASSED, run(trials, inOrder("Served"), LONG).of(test("Served")));
            assertEquals(2, starts());
            assertEquals(List.of(), heard);
        } finally {
            sites.services().close();
        }
        assertEquals(
                List.of(ServiceEvent.Kind.STOPPED),
                heard.stream().map(ServiceEvent::kind).toList());
    }

    @Test
    void whatIsRestoredAfterEachClassIsRestoredInTrials() throws Exception {
        ForkSites sites = sites();
        sites.provide(new ServicePlan(List.of(serverThatCountsItsStarts(RestorePolicy.EVERY_CLASS))));
        try {
            assertEquals("", run(trials(sites), inOrder("Served", "Sets"), LONG).problem());
            assertEquals(3, starts());
        } finally {
            sites.services().close();
        }
    }

    /** It says nothing of any test. */
    @Test
    void whereAServiceDoesNotStartNoTestHasFailed() throws Exception {
        ForkSites sites = sites();
        sites.provide(new ServicePlan(List.of(server("exit 3", RestorePolicy.ON_REPLACE))));
        try {
            assertEquals(
                    Outcome.NOT_RUN, run(trials(sites), inOrder("Served"), LONG).of(test("Served")));
        } finally {
            sites.services().close();
        }
    }

    private long starts() throws IOException {
        return Files.readAllLines(directory.resolve("starts")).size();
    }

    private ServiceSpec serverThatCountsItsStarts(RestorePolicy restore) {
        return server("echo started >> " + directory.resolve("starts") + "; echo ready; exec sleep 600", restore);
    }

    private ServiceSpec server(String script, RestorePolicy restore) {
        ServiceLife life = new ServiceLife(
                ReadyCheck.parse("log:ready"), Duration.ofMinutes(1), "TERM", Duration.ofSeconds(20), restore);
        ServiceCommand command = new ServiceCommand(List.of("/bin/sh", "-c", script), directory);
        return new ServiceSpec("server", command, life, null, Map.of(), null);
    }

    private static TestRef test(String className) {
        return new TestRef("", className, "test");
    }

    private static Trial inOrder(String... names) {
        return Trial.inOrder(List.of(names).stream().map(Piece::whole).toList());
    }

    private static TrialResult run(Trials trials, Trial trial, Duration limit) {
        return assertTimeoutPreemptively(LONG, () -> trials.run(trial, limit, test -> true));
    }

    private ForkSites sites() {
        return new ForkSites(new ForkLayout(directory), 1, List.of(), ReseedPolicy.NEVER);
    }

    private Trials trials() {
        return trials(sites());
    }

    private Trials trials(ForkSites sites) {
        TrialWorkers workers = (launches, settings, place, watched) -> new Starts();
        return new Trials(workers, sites, 1, Limits.NONE, Duration.ofMillis(100));
    }

    private final class Starts implements Blueprint {
        @Override
        public String nonceVariable() {
            return "NONCE";
        }

        @Override
        public boolean keepsJournal() {
            return false;
        }

        @Override
        public ProcessBuilder prepare(int serial, int fork, boolean spare, Endpoint endpoint) {
            synchronized (started) {
                started.add(serial);
            }
            return new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Meddles.class.getName(),
                    endpoint.toConnectionString(),
                    directory.toString());
        }
    }
}
