package io.github.isolation.supervisor.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

    private static Set<String> ids(String kind, int count) {
        String container = "[engine:e]/[class:" + "C".repeat(500) + "]/[" + kind + ":#";
        return IntStream.range(0, count).mapToObj(i -> container + i + "]").collect(Collectors.toSet());
    }
}
