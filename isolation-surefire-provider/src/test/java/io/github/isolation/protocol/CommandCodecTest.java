package io.github.isolation.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Every command has a frame of its own; what is none does nothing but be refused. */
class CommandCodecTest {
    private static final int KINDS = Command.class.getPermittedSubclasses().length;

    /** One of each, in the order of their types. */
    private static final List<Command> ONE_OF_EACH = List.of(
            new Command.RunClass("a.A", 2),
            new Command.EndOfTests(),
            new Command.SkipRest(),
            new Command.Shutdown("KILL"),
            new Command.Ping(),
            new Command.ByeAck(),
            new Command.RetireAck(),
            new Command.DumpThreads(),
            new Command.Narrow(Set.of("final"), Set.of("only")),
            new Command.Offer(List.of("a.B")),
            new Command.ShowStack("id", "a.A", "t"),
            new Command.GiveBack(7, List.of("[method:m()]")),
            new Command.LookAhead("[test-template:t]"),
            new Command.OnlyPart(2, 3, List.of("method:m()", "nested-class:N")));

    @Example
    void thereIsOneOfEach() {
        Set<Class<?>> kinds = new HashSet<>();
        ONE_OF_EACH.forEach(command -> kinds.add(command.getClass()));
        assertEquals(Set.of(Command.class.getPermittedSubclasses()), kinds);
    }

    @Example
    void eachHasItsTypeAndComesBack() throws ProtocolException {
        for (int i = 0; i < KINDS; i++) {
            byte[] frame = CommandCodec.encode(ONE_OF_EACH.get(i));
            assertEquals(i + 1, frame[0], ONE_OF_EACH.get(i).toString());
            assertEquals(ONE_OF_EACH.get(i), CommandCodec.decode(frame));
        }
    }

    @Example
    void everyOtherTypeIsUnknownByItsNumber() {
        for (int type = Byte.MIN_VALUE; type <= Byte.MAX_VALUE; type++) {
            if (type < 1 || type > KINDS) {
                byte[] frame = {(byte) type};
                ProtocolException refused = assertThrows(ProtocolException.class, () -> CommandCodec.decode(frame));
                assertEquals("command type " + type + " is unknown", refused.getMessage());
            }
        }
    }

    @Property(tries = 200)
    void aCommandCutShortAnywhereIsRefused(@ForAll("commands") Command command) {
        byte[] whole = CommandCodec.encode(command);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(ProtocolException.class, () -> CommandCodec.decode(cut), "cut to " + cut.length);
        }
    }

    @Property(tries = 200)
    void bytesTooManyAreRefusedByTheirNumber(
            @ForAll("commands") Command command, @ForAll @IntRange(min = 1, max = 9) int more) {
        byte[] whole = CommandCodec.encode(command);
        byte[] longer = Arrays.copyOf(whole, whole.length + more);
        ProtocolException refused = assertThrows(ProtocolException.class, () -> CommandCodec.decode(longer));
        assertEquals(more + " bytes too many after " + command.getClass().getSimpleName(), refused.getMessage());
    }

    @Property
    void oneByteThatIsAnotherIsReadOrRefusedAndNeverThrowsAnythingElse(
            @ForAll("commands") Command command, @ForAll @IntRange(max = 500) int place, @ForAll byte other) {
        byte[] frame = CommandCodec.encode(command);
        frame[place % frame.length] = other;
        try {
            Command read = CommandCodec.decode(frame);
            assertEquals(read, CommandCodec.decode(CommandCodec.encode(read)));
        } catch (ProtocolException expected) {
            assertTrue(!expected.getMessage().isEmpty());
        }
    }

    @Property
    void arbitraryBytesNeverDoMoreThanBeRefused(@ForAll byte[] noise) {
        try {
            CommandCodec.encode(CommandCodec.decode(noise));
        } catch (ProtocolException expected) {
            assertTrue(!expected.getMessage().isEmpty());
        }
    }

    /** Ids are told in the order of the test plan, and a worker takes them in that order. */
    @Example
    void idsKeepTheirOrder() throws ProtocolException {
        Set<String> ids = new LinkedHashSet<>(List.of("c", "a", "d", "b"));
        Command.Narrow read =
                (Command.Narrow) CommandCodec.decode(CommandCodec.encode(new Command.Narrow(ids, Set.of())));
        assertEquals(List.of("c", "a", "d", "b"), List.copyOf(read.finalIds()));
        assertEquals(Set.of(), read.onlyIds());
    }

    @Example
    void aNegativeOrHugeCountIsRefused() {
        for (int count : new int[] {-1, Integer.MIN_VALUE, 1, Integer.MAX_VALUE}) {
            byte[] offer = new Fields().type(10).integer(count).toByteArray();
            ProtocolException refused = assertThrows(ProtocolException.class, () -> CommandCodec.decode(offer));
            assertEquals("length " + count + " in a frame with 0 bytes left", refused.getMessage());
        }
    }

    @Provide
    Arbitrary<Command> commands() {
        return Messages.commands();
    }
}
