package io.github.isolation.worker;

import io.github.isolation.fork.Attempt;
import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event;
import java.io.IOException;
import org.apache.maven.surefire.api.booter.MasterProcessChannelDecoder;
import org.apache.maven.surefire.api.booter.Shutdown;

/** Our commands as the commands Surefire's booter understands. Used by the booter's thread that takes them. */
final class WorkerDecoder implements MasterProcessChannelDecoder {
    private final Conversation conversation;
    private final Resume resume;
    private final SharedPlan plan;
    private final SlowTest slowTest;
    private final NotBegun notBegun;
    private final PartOfClass part;

    WorkerDecoder(Conversation conversation, WorkerSession session) {
        this.conversation = conversation;
        this.resume = session.resume();
        this.plan = session.sharedPlan();
        this.slowTest = session.slowTest();
        this.notBegun = session.notBegun();
        this.part = session.partOfClass();
    }

    @Override
    public org.apache.maven.surefire.api.booter.Command decode() throws IOException {
        try {
            return next();
        } catch (RuntimeException | Error e) {
            // The thread that listens would end, and this worker wait for ever for what it is to do.
            conversation.giveUp("read a command", e);
            throw e;
        }
    }

    private org.apache.maven.surefire.api.booter.Command next() throws IOException {
        Command command = conversation.receive();
        if (command instanceof Command.RunClass run) {
            Attempt.begin(run.attempt());
            part.handedOut(run.className());
            plan.handedOut(run.className());
            return org.apache.maven.surefire.api.booter.Command.toRunClass(run.className());
        }
        if (command instanceof Command.Shutdown shutdown) {
            return org.apache.maven.surefire.api.booter.Command.toShutdown(Shutdown.valueOf(shutdown.kind()));
        }
        if (command instanceof Command.Narrow narrow) {
            resume.narrow(narrow.finalIds(), narrow.onlyIds());
        } else if (command instanceof Command.OnlyPart only) {
            part.narrow(only);
        } else if (command instanceof Command.Offer offer) {
            plan.offer(offer.classNames());
        } else if (command instanceof Command.GiveBack wanted) {
            notBegun.giveBack(wanted);
        } else if (command instanceof Command.LookAhead next) {
            notBegun.lookAhead(next.test());
        } else if (command instanceof Command.RetireAck) {
            conversation.retirementAcknowledged();
        } else if (command instanceof Command.ShowStack show) {
            slowTest.tell(show);
        } else if (command instanceof Command.DumpThreads) {
            plan.ending(); // nobody else asks
            conversation.tell(new Event.ThreadDump(ThreadDumps.take()));
        }
        if (command instanceof Command.EndOfTests) {
            return org.apache.maven.surefire.api.booter.Command.TEST_SET_FINISHED;
        }
        if (command instanceof Command.SkipRest) {
            return org.apache.maven.surefire.api.booter.Command.SKIP_SINCE_NEXT_TEST;
        }
        return command instanceof Command.ByeAck
                ? org.apache.maven.surefire.api.booter.Command.BYE_ACK
                : org.apache.maven.surefire.api.booter.Command.NOOP;
    }

    @Override
    public void close() {
        // The factory closes the channel, after the booter has said its last word.
    }
}
