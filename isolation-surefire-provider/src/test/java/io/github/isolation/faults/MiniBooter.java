package io.github.isolation.faults;

import io.github.isolation.protocol.Endpoint;
import io.github.isolation.worker.IsolationProvider;
import io.github.isolation.worker.WorkerSession;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.maven.surefire.api.booter.BaseProviderFactory;
import org.apache.maven.surefire.api.booter.Command;
import org.apache.maven.surefire.api.booter.ForkingReporterFactory;
import org.apache.maven.surefire.api.booter.MasterProcessChannelDecoder;
import org.apache.maven.surefire.api.booter.MasterProcessChannelEncoder;
import org.apache.maven.surefire.api.booter.MasterProcessCommand;
import org.apache.maven.surefire.api.testset.TestListResolver;
import org.apache.maven.surefire.api.testset.TestRequest;
import org.apache.maven.surefire.api.util.TestsToRun;

/**
 * Does in a worker what Surefire's booter does there: connects, makes the provider, feeds it, says goodbye. In each worker's
 * class loader.
 */
public final class MiniBooter {
    private static final String PROVIDER = "org.apache.maven.surefire.junitplatform.JUnitPlatformProvider";

    private final MasterProcessChannelEncoder encoder;
    private final BlockingQueue<Command> commands = new LinkedBlockingQueue<>();
    private final CountDownLatch acknowledged = new CountDownLatch(1);

    private MiniBooter(MasterProcessChannelEncoder encoder) {
        this.encoder = encoder;
    }

    /** With the endpoint, and whether classes may share a plan. */
    public static void run(String connection, boolean sharesPlans) throws IOException {
        WorkerSession session = WorkerSession.open(Endpoint.parse(connection));
        Life.closing(() -> {
            try {
                session.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        MiniBooter booter = new MiniBooter(session.encoder());
        MasterProcessChannelDecoder decoder = session.decoder();
        Thread listening = new Thread(() -> booter.listen(decoder), "mini-booter-commands");
        listening.setDaemon(true);
        listening.start();
        booter.execute(sharesPlans);
    }

    private void listen(MasterProcessChannelDecoder decoder) {
        try {
            while (true) {
                Command command = decoder.decode();
                if (command.getCommandType() == MasterProcessCommand.BYE_ACK) {
                    acknowledged.countDown();
                    return;
                }
                if (command.getCommandType() != MasterProcessCommand.NOOP) {
                    commands.add(command);
                }
            }
        } catch (IOException | RuntimeException e) {
            Life.exit(1); // Surefire's booter exits when its commands end
        }
    }

    private void execute(boolean sharesPlans) {
        try {
            BaseProviderFactory parameters = new BaseProviderFactory(true);
            parameters.setReporterFactory(new ForkingReporterFactory(false, encoder));
            parameters.setTestRequest(new TestRequest(List.of(), null, TestListResolver.getEmptyTestListResolver()));
            Map<String, String> properties = new HashMap<>();
            properties.put(IsolationProvider.DELEGATE, PROVIDER);
            properties.put(IsolationProvider.SHARES_PLANS, Boolean.toString(sharesPlans));
            parameters.setProviderProperties(properties);
            parameters.setClassLoaders(MiniBooter.class.getClassLoader());
            new IsolationProvider(parameters).invoke(new Fed());
        } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
            encoder.consoleErrorLog(String.valueOf(e.getMessage()), e);
        }
        encoder.bye();
        try {
            acknowledged.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Life.exit(0);
    }

    /** One class at a time, asked for when it is wanted. */
    private final class Fed extends TestsToRun {
        private Fed() {
            super(Set.of());
        }

        @Override
        public boolean allowEagerReading() {
            return false;
        }

        @Override
        public Iterator<Class<?>> iterator() {
            return new Iterator<>() {
                private Command next;

                @Override
                public boolean hasNext() {
                    try {
                        if (next == null) {
                            encoder.acquireNextTest();
                            next = commands.take();
                        }
                        return next.getCommandType() == MasterProcessCommand.RUN_CLASS;
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return false;
                    }
                }

                @Override
                public Class<?> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    String name = next.getData();
                    next = null;
                    try {
                        return Class.forName(name, false, MiniBooter.class.getClassLoader());
                    } catch (ClassNotFoundException e) {
                        throw new IllegalStateException(e);
                    }
                }
            };
        }
    }
}
