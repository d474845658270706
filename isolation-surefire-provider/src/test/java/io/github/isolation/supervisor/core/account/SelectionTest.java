package io.github.isolation.supervisor.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.CommandCodec;
import io.github.isolation.protocol.Protocol;
import io.github.isolation.protocol.UniqueIds;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a worker is told what of a class is to run. */
class SelectionTest {

    @Test
    void aWholeClassIsOneCommand() {
        assertEquals(List.of(new Command.RunClass("C", 1)), Selection.allOf("C").commands("C", 1));
    }

    @Test
    void howeverManyTestsAreDoneEachCommandFitsIntoAFrame() {
        Set<String> done = ids("done", 100_000);
        Set<String> failed = ids("failed", 9_000);
        List<Command> commands =
                new Selection(UniqueIds.of(done), UniqueIds.of(failed), new UniqueIds(), true).commands("C", 1);

        assertEquals(new Command.RunClass("C", 1), commands.get(commands.size() - 1));
        Set<String> finalIds = new LinkedHashSet<>();
        Set<String> onlyIds = new LinkedHashSet<>();
        for (Command command : commands) {
            assertTrue(CommandCodec.encode(command).length < Protocol.MAX_FRAME / 2);
            if (command instanceof Command.Narrow narrow) {
                finalIds.addAll(narrow.finalIds());
                onlyIds.addAll(narrow.onlyIds());
            }
        }
        assertEquals(done, UniqueIds.of(finalIds).all());
        assertEquals(failed, UniqueIds.of(onlyIds).all());
    }

    @Test
    void whatIsFinalIsUnaskedAndNothingElseOfAWholeClass() {
        Selection rest = Selection.allOf("C").without(UniqueIds.of(List.of("[e]/[m:a]")), Set.of());
        assertTrue(rest.isUnasked("[e]/[m:a]"));
        assertFalse(rest.isUnasked("[e]/[m:b]"));
        assertTrue(rest.alone(), "what is left of it is for no shared plan");
    }

    @Test
    void whereSomeTestsAreAskedForTheirContainersAndWhatIsInThemAreToo() {
        Selection some = Selection.only(Set.of("[e]/[c:C]/[f:x]"), new UniqueIds());
        assertFalse(some.isUnasked("[e]/[c:C]/[f:x]"));
        assertFalse(some.isUnasked("[e]/[c:C]"), "what it is in");
        assertFalse(some.isUnasked("[e]/[c:C]/[f:x]/[d:#1]"), "what is in it");
        assertTrue(some.isUnasked("[e]/[c:C]/[f:y]"));
    }

    @Test
    void aClassInsideOfAnotherIsRunByItself() {
        assertFalse(Selection.allOf("a.C").alone());
        assertTrue(Selection.allOf("a.C$In").alone());
        assertTrue(Selection.allOf("a.C").keptAlone().alone());
    }

    @Test
    void aTestIsDividedIfSomeOfItsInvocationsAreLeftOutOrAskedFor() {
        String method = "[e]/[c:C]/[t:m]";
        Selection rest = Selection.allOf("C").without(UniqueIds.of(List.of(method + "/[i:#1]")), Set.of());
        assertTrue(rest.divides(method));
        assertFalse(rest.divides("[e]/[c:C]/[t:n]"));
        assertTrue(Selection.only(Set.of(method + "/[i:#2]"), new UniqueIds()).divides(method));
        assertFalse(rest.without(new UniqueIds(), Set.of(method)).divides(method), "it runs as a whole");
    }

    /** The worker is told of the test, and of none of its invocations. */
    @Test
    void whatRunsAsAWholeIsNeitherLeftOutNorAskedForInPieces() {
        String method = "[e]/[c:C]/[t:m]";
        Selection rest = Selection.allOf("C")
                .without(UniqueIds.of(List.of(method + "/[i:#1]", "[e]/[c:C]/[m:a]")), Set.of(method));
        assertEquals(
                List.of(new Command.Narrow(Set.of("[e]/[c:C]/[m:a]"), Set.of()), new Command.RunClass("C", 1)),
                rest.commands("C", 1));
        Selection some =
                Selection.only(Set.of(method + "/[i:#2]"), new UniqueIds()).without(new UniqueIds(), Set.of(method));
        assertEquals(
                List.of(new Command.Narrow(Set.of(), Set.of(method)), new Command.RunClass("C", 2)),
                some.commands("C", 2));
    }

    @Test
    void anotherAttemptIsAtWhatFailed() {
        Selection again = Selection.again(UniqueIds.of(List.of("[e]/[m:a]")), Set.of("[e]/[m:b]"));
        assertEquals(Set.of("[e]/[m:b]"), again.onlyIds().all());
        assertEquals(Set.of(), again.finalIds().all(), "nothing else is asked for anyway");
    }

    /** Of an invocation of a class nobody can be asked for a part. */
    @Test
    void ifItIsNotKnownWhatFailedAnotherAttemptIsAtWhatIsNotDone() {
        String inAnInvocation = "[e]/[c:C]/[class-template-invocation:#1]/[m:a]";
        Selection again = Selection.again(UniqueIds.of(List.of("[e]/[m:a]", inAnInvocation)), Set.of());
        assertEquals(Set.of("[e]/[m:a]"), again.finalIds().all());
        assertEquals(Set.of(), again.onlyIds().all());
    }

    @Test
    void ofTestsThatAreKnownByAnIndexAllOfTheirClassRunAgain() {
        String runner = "[engine:junit-vintage]/[runner:C]";
        Selection again =
                Selection.again(new UniqueIds(), Set.of(runner + "/[test:%5B3%5D]/[test:m%5B3%5D(C)]", "[e]/[m:b]"));
        assertEquals(Set.of(runner), again.wholeTests().all());
        assertEquals(
                new Command.Narrow(Set.of(), Set.of(runner, "[e]/[m:b]")),
                again.commands("C", 2).get(0));
    }

    private static Set<String> ids(String kind, int count) {
        String container = "[engine:e]/[class:" + "C".repeat(500) + "]/[" + kind + ":#";
        return IntStream.range(0, count).mapToObj(i -> container + i + "]").collect(Collectors.toSet());
    }
}
