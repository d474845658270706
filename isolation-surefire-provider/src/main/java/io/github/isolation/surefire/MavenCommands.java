package io.github.isolation.surefire;

import io.github.isolation.supervisor.Supervisor;
import io.github.isolation.supervisor.core.Input;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.apache.maven.surefire.api.booter.Command;
import org.apache.maven.surefire.api.booter.MasterProcessChannelDecoder;
import org.jspecify.annotations.Nullable;

/** Listens to Maven, in a thread of its own. When Maven is gone, so are we, and all that we have started with us. */
final class MavenCommands implements Runnable {
    private final MasterProcessChannelDecoder decoder;
    private final Supervisor supervisor;
    private final Runnable abandonment;
    private final CountDownLatch goodbyeAcknowledged;

    /**
     * Of a supervisor.
     *
     * @param abandonment ends what was started beside the supervisor's workers
     */
    MavenCommands(
            MasterProcessChannelDecoder decoder,
            Supervisor supervisor,
            Runnable abandonment,
            CountDownLatch goodbyeAcknowledged) {
        this.decoder = decoder;
        this.supervisor = supervisor;
        this.abandonment = abandonment;
        this.goodbyeAcknowledged = goodbyeAcknowledged;
    }

    @Override
    public void run() {
        try {
            while (true) {
                Command command = decoder.decode();
                Input input = input(command);
                if (input == null) {
                    goodbyeAcknowledged.countDown();
                    return;
                }
                supervisor.put(input);
            }
        } catch (IOException e) {
            endAll();
        } catch (RuntimeException | Error e) {
            supervisor.failed(e);
        }
    }

    /** Also where one of them does not succeed. */
    private void endAll() {
        try {
            supervisor.abandon();
        } finally {
            try {
                abandonment.run();
            } finally {
                Runtime.getRuntime().halt(1);
            }
        }
    }

    /** As an input; null for the acknowledgement of our goodbye, after which nothing comes. */
    private static @Nullable Input input(Command command) {
        return switch (command.getCommandType()) {
            case RUN_CLASS -> new Input.Given(command.getData());
            case TEST_SET_FINISHED -> new Input.NoneLeft();
            case SKIP_SINCE_NEXT_TEST -> new Input.SkipRest();
            case SHUTDOWN -> new Input.Shutdown(command.toShutdownData().name());
            case NOOP -> new Input.Ping();
            case BYE_ACK -> null;
        };
    }
}
