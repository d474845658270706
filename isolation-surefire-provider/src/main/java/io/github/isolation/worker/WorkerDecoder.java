package io.github.isolation.worker;

import io.github.isolation.fork.Attempt;
import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event;
import java.io.IOException;
import org.apache.maven.surefire.api.booter.MasterProcessChannelDecoder;
import org.apache.maven.surefire.api.booter.Shutdown;

/** Our commands as the commands Surefire's booter understands. */
public final class WorkerDecoder implements MasterProcessChannelDecoder {
    private final WorkerChannel channel;

    /** Over the worker's channel. */
    public WorkerDecoder(WorkerChannel channel) {
        this.channel = channel;
    }

    @Override
    public org.apache.maven.surefire.api.booter.Command decode() throws IOException {
        try {
            return next();
        } catch (RuntimeException | Error e) {
            // The thread that listens would end, and this worker wait for ever for what it is to do.
            channel.giveUp("read a command", e);
            throw e;
        }
    }

    private org.apache.maven.surefire.api.booter.Command next() throws IOException {
        Command command = channel.receive();
        if (command instanceof Command.RunClass run) {
            Resume.next(run.className());
            Attempt.begin(run.attempt());
            SharedPlan.handedOut();
            return org.apache.maven.surefire.api.booter.Command.toRunClass(run.className());
        }
        if (command instanceof Command.Shutdown shutdown) {
            return org.apache.maven.surefire.api.booter.Command.toShutdown(Shutdown.valueOf(shutdown.kind()));
        }
        if (command instanceof Command.Narrow narrow) {
            Resume.narrow(narrow.finalIds(), narrow.onlyIds());
        } else if (command instanceof Command.Offer offer) {
            SharedPlan.offer(offer.classNames());
        } else if (command instanceof Command.RetireAck) {
            channel.retirementAcknowledged();
        } else if (command instanceof Command.ShowStack show) {
            SlowTest.tell(show, channel);
        } else if (command instanceof Command.DumpThreads) {
            SharedPlan.ending(); // nobody else asks
            channel.tell(new Event.ThreadDump(ThreadDumps.take()));
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
