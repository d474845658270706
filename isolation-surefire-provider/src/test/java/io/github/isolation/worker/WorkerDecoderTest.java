package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.Attempt;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event.ThreadDump;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.surefire.api.booter.MasterProcessChannelDecoder;
import org.apache.maven.surefire.api.booter.MasterProcessCommand;
import org.apache.maven.surefire.api.booter.Shutdown;
import org.junit.jupiter.api.Test;

/** What the supervisor says, and what Surefire's booter and we make of it. */
class WorkerDecoderTest {
    private static final String TEST = "[engine:e]/[class:p.A]/[method:a()]";

    private final FakeConversation supervisor = new FakeConversation();
    private final WorkerSession session = new WorkerSession(supervisor, Sessions.plain());
    private final MasterProcessChannelDecoder decoder = session.decoder();

    @Test
    void aClassIsHandedOutAndIsInHand() throws IOException {
        int before = Attempt.current();
        try {
            supervisor.commands.add(new Command.RunClass("p.A", 3));
            var command = decoder.decode();
            assertEquals(MasterProcessCommand.RUN_CLASS, command.getCommandType());
            assertEquals("p.A", command.getData());
            assertEquals(Optional.of("p.A"), session.resume().className());
            assertEquals("3", System.getProperty(ForkProperties.ATTEMPT));
        } finally {
            Attempt.begin(before);
        }
    }

    @Test
    void whatIsSaidOfAClassBeforehandIsForThatClass() throws IOException {
        supervisor.commands.add(new Command.Narrow(Set.of(TEST), Set.of()));
        supervisor.commands.add(new Command.Offer(List.of("p.B")));
        assertEquals(MasterProcessCommand.NOOP, decoder.decode().getCommandType());
        assertTrue(session.resume().allows(TEST), "not yet");
        assertEquals(MasterProcessCommand.NOOP, decoder.decode().getCommandType());
        assertFalse(session.sharedPlan().isOffered(), "not yet");

        handOut();
        assertFalse(session.resume().allows(TEST));
        assertTrue(session.sharedPlan().isOffered());
    }

    @Test
    void theEndOfTestsAndTheRestThatIsSkipped() throws IOException {
        supervisor.commands.add(new Command.EndOfTests());
        supervisor.commands.add(new Command.SkipRest());
        supervisor.commands.add(new Command.ByeAck());
        assertEquals(MasterProcessCommand.TEST_SET_FINISHED, decoder.decode().getCommandType());
        assertEquals(MasterProcessCommand.SKIP_SINCE_NEXT_TEST, decoder.decode().getCommandType());
        assertEquals(MasterProcessCommand.BYE_ACK, decoder.decode().getCommandType());
    }

    @Test
    void whoIsToLeaveIsToldHow() throws IOException {
        supervisor.commands.add(new Command.Shutdown("KILL"));
        var command = decoder.decode();
        assertEquals(MasterProcessCommand.SHUTDOWN, command.getCommandType());
        assertEquals(Shutdown.KILL, command.toShutdownData());
    }

    @Test
    void aRetirementGoesOnWhenItWasAcknowledged() throws IOException {
        supervisor.commands.add(new Command.RetireAck());
        assertEquals(MasterProcessCommand.NOOP, decoder.decode().getCommandType());
        assertEquals(1, supervisor.acknowledged);
    }

    @Test
    void thePingOfMavenIsNothingToTheBooter() throws IOException {
        supervisor.commands.add(new Command.Ping());
        assertEquals(MasterProcessCommand.NOOP, decoder.decode().getCommandType());
    }

    @Test
    void whoAsksForThreadsGetsThem() throws IOException {
        supervisor.commands.add(new Command.DumpThreads());
        decoder.decode();
        String text = supervisor.told(ThreadDump.class).get(0).text();
        assertTrue(text.contains("whoAsksForThreadsGetsThem"), text);
    }

    /** Nobody else asks but who is about to end this JVM. */
    @Test
    void whoWasAskedForThreadsBeginsNoOtherClass() throws Exception {
        session.sharedPlan().offer(List.of("p.B"));
        session.sharedPlan().handedOut("p.A");
        session.sharedPlan().begin();
        session.sharedPlan().begun();
        supervisor.commands.add(new Command.DumpThreads());
        decoder.decode();
        supervisor.told.clear();
        Thread goingOn = new Thread(() -> session.sharedPlan().turnTo("p.B"));
        goingOn.setDaemon(true);
        goingOn.start();
        while (goingOn.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
            assertTrue(goingOn.isAlive(), "it went on");
        }
        assertEquals(List.of(), supervisor.told);
    }

    @Test
    void whatASlowTestDoesIsShown() throws IOException {
        session.tests().begins(TEST, false);
        supervisor.commands.add(new Command.ShowStack(TEST, WorkerDecoderTest.class.getName(), "p.A.a"));
        decoder.decode();
        String line = supervisor.lines().get(0);
        assertTrue(line.startsWith("isolation: p.A.a is in thread"), line);
        assertTrue(line.contains("WorkerDecoderTest.whatASlowTestDoesIsShown"), line);
    }

    /** The thread that listens would end, and this worker wait for ever. */
    @Test
    void aCommandThatCannotBeReadIsTheEndOfThisWorker() {
        supervisor.commands.add(new Command.Shutdown("no such kind"));
        assertThrows(FakeConversation.Gone.class, decoder::decode);
        assertEquals("read a command", supervisor.couldNot);
    }

    @Test
    void theEndOfTheConversationIsTheBootersBusiness() {
        assertThrows(IOException.class, decoder::decode);
        assertEquals(null, supervisor.couldNot);
    }

    @Test
    void whoClosesTheDecoderLeavesTheChannelOpen() throws IOException {
        decoder.close();
        assertFalse(supervisor.closed);
    }

    private void handOut() throws IOException {
        int before = Attempt.current();
        try {
            supervisor.commands.add(new Command.RunClass("p.A", before));
            decoder.decode();
        } finally {
            Attempt.begin(before);
        }
    }
}
