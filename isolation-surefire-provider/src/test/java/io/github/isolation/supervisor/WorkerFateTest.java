package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.supervisor.core.life.DeathReason;
import io.github.isolation.supervisor.core.life.ExitInfo;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each end of a worker has a word of its own in the record. */
class WorkerFateTest {
    private static final ExitInfo ABORTED = ExitInfo.of(134);
    private static final ExitInfo DONE = ExitInfo.of(0);

    private static Map<DeathReason, String> words() {
        Map<DeathReason, String> words = new LinkedHashMap<>();
        words.put(new DeathReason.Finished(DONE), "finished: ");
        words.put(new DeathReason.Retired("after a failure", DONE), "retired: after a failure");
        words.put(new DeathReason.Crashed(ABORTED, null), "crashed: exit status 134 (SIGABRT)");
        words.put(new DeathReason.OutOfMemory(ExitInfo.of(3)), "out of memory: exit status 3");
        words.put(
                new DeathReason.TimedOut("a.ATest took longer than 2.0 s"),
                "timed out: a.ATest took longer than 2.0 s");
        words.put(new DeathReason.LaunchFailed(ExitInfo.of(1)), "did not start: exit status 1");
        words.put(new DeathReason.ProtocolBroken("it said nonsense"), "protocol broken: it said nonsense");
        words.put(new DeathReason.ServiceEnded("service 'db' ended"), "service ended: service 'db' ended");
        words.put(new DeathReason.ServiceFailed("no 'db'"), "without a service: no 'db'");
        words.put(new DeathReason.Cancelled(), "cancelled: ");
        return words;
    }

    @Test
    void howAndWhy() {
        words().forEach((reason, words) ->
                assertEquals(words, WorkerFate.how(reason) + ": " + WorkerFate.why(reason), reason::toString));
    }

    @Test
    void allKindsAreHere() {
        Set<Class<?>> kinds = words().keySet().stream().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(Arrays.stream(DeathReason.class.getPermittedSubclasses()).collect(Collectors.toSet()), kinds);
    }

    @Test
    void whereNobodySawItExitThereIsNothingToSay() {
        assertEquals("", WorkerFate.why(new DeathReason.Crashed(null, null)));
    }

    @Test
    void figuresOfThisProcessGrowAndThoseOfOneThatIsGoneStay() {
        ProcessFigures own = ProcessFigures.of(ProcessHandle.current().pid());
        assertTrue(own.cpuMillis() > 0, own::toString);
        ProcessFigures gone = ProcessFigures.of(Long.MAX_VALUE);
        assertEquals(ProcessFigures.UNKNOWN, gone);
        assertEquals(own, own.or(gone));
        assertEquals(new ProcessFigures(5, 7), new ProcessFigures(5, 6).or(new ProcessFigures(4, 7)));
    }
}
