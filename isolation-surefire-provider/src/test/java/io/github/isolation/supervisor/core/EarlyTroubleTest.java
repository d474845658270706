package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.ExitError;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Event.NextTest;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.Trace;
import io.github.isolation.supervisor.core.life.ExitInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a worker complains of before it has a class: a trace on the console makes Surefire fail the build, and such a worker
 * has done nothing that a build could fail for.
 */
class EarlyTroubleTest {
    private static final Trace TRACE =
            new Trace("gone: org/junit/Listener", null, "NoClassDefFoundError: org/junit/Listener\n\tat Some.where\n");

    private final Supervision supervision = new Supervision(
            Configured.forks(1)
                    .retiring(new RetirePolicy(1, false, 0))
                    .spares(1)
                    .settings(),
            List.of("A", "B", "C"));
    private final List<Effect> effects = new ArrayList<>();
    private final Map<Integer, Long> said = new HashMap<>();

    @BeforeEach
    void start() {
        effects.addAll(supervision.start(0));
        hear(1, new Event.Hello(1, "", 1));
    }

    @Test
    void ofAWorkerWithoutAClassMavenHearsTheWordsAndNoTrace() {
        hear(1, new Logged(LogLevel.ERROR, null, TRACE));
        hear(1, new ExitError(TRACE));

        List<Logged> warnings = told(Logged.class)
                .filter(line -> line.level() == LogLevel.WARNING)
                .toList();
        assertEquals(2, warnings.size());
        assertTrue(warnings.stream().allMatch(line -> line.message().contains("NoClassDefFoundError: org/junit/List")));
        assertNothingFailsTheBuild();
        // Whoever looks for the reason, with -X, finds all of it.
        assertTrue(told(Logged.class)
                .anyMatch(
                        line -> line.level() == LogLevel.DEBUG && line.message().equals(TRACE.text())));
    }

    @Test
    void aSpareIsSuchAWorkerAndTheOneThatItReplacesIsNot() {
        hear(1, new NextTest(-1));
        assertEquals(List.of(2), launches());
        hear(2, new Event.Hello(1, "", 2));
        hear(2, new Logged(LogLevel.ERROR, null, TRACE));
        assertNothingFailsTheBuild();

        Logged own = new Logged(LogLevel.ERROR, null, TRACE);
        hear(1, own);
        hear(1, new NextTest(-1)); // it did not die of it
        assertEquals(List.of(own), told(Logged.class).filter(own::equals).toList());
    }

    @Test
    void aWorkerThatHasRunAClassIsHeardAsItIs() {
        hear(1, new NextTest(-1));
        hear(1, new NextTest(-1));
        ExitError own = new ExitError(TRACE);
        hear(1, own);
        hear(1, new NextTest(-1));
        assertEquals(List.of(own), told(ExitError.class).toList());
    }

    @Test
    void aSpareThatLeavesWithoutAskingForAClassIsTheLastOne() {
        hear(1, new NextTest(-1));
        hear(2, new Event.Hello(1, "", 2));
        hear(2, new Event.Bye());
        on(new Input.ChannelEnded(2));
        on(new Input.Exited(2, ExitInfo.of(0)));

        assertEquals(List.of(2), launches());
        assertTrue(told(Logged.class).anyMatch(line -> line.message().contains("for fork 1 ended unused")));
    }

    @Test
    void whatASparePrintsIsNoOutputOfTheClassThatRunsMeanwhileAndIsShownWhenItIsUsed() {
        hear(1, new NextTest(-1));
        on(new Input.NativeLine(2, "VM warning: odd", false));
        assertEquals(List.of(), shown());

        hear(2, new Event.Hello(1, "", 2));
        hear(2, new NextTest(-1));
        hear(1, new NextTest(-1));
        hear(1, new Event.Bye());
        on(new Input.ChannelEnded(1));
        on(new Input.Exited(1, ExitInfo.of(0)));
        assertEquals(List.of("VM warning: odd"), shown());
        on(new Input.NativeLine(2, "and later", false));
        assertEquals(List.of("VM warning: odd", "and later"), shown());
    }

    @Test
    void aSpareThatCannotLiveBesideTheOtherSaysWhyAndWhatToSet() {
        hear(1, new NextTest(-1));
        on(new Input.NativeLine(2, "Error: JMX connector server communication error", false));
        on(new Input.ChannelEnded(2));
        on(new Input.Exited(2, ExitInfo.of(1)));

        assertEquals(List.of(), shown());
        String line = told(Logged.class)
                .map(Logged::message)
                .filter(message -> message.contains("ended unused"))
                .findFirst()
                .orElseThrow();
        assertTrue(line.contains("isolation.spares") && line.contains("Error: JMX connector server"), line);
    }

    private List<String> shown() {
        return effects.stream()
                .filter(Effect.Show.class::isInstance)
                .map(effect -> ((Effect.Show) effect).line())
                .toList();
    }

    private void hear(int serial, Event event) {
        on(new Input.FromWorker(serial, said.merge(serial, 1L, Long::sum), event));
    }

    private void on(Input input) {
        effects.addAll(supervision.on(input, 1));
    }

    private List<Integer> launches() {
        return effects.stream()
                .filter(effect -> effect instanceof Effect.Launch launch && launch.spare())
                .map(effect -> ((Effect.Launch) effect).serial())
                .toList();
    }

    private <E extends Event> Stream<E> told(Class<E> type) {
        return effects.stream()
                .filter(Effect.Relay.class::isInstance)
                .map(effect -> ((Effect.Relay) effect).event())
                .filter(type::isInstance)
                .map(type::cast);
    }

    private void assertNothingFailsTheBuild() {
        assertEquals(List.of(), told(ExitError.class).toList());
        assertEquals(
                List.of(),
                told(Logged.class).filter(line -> line.trace() != null).toList());
    }
}
