package io.github.isolation.faults;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.CommandCodec;
import io.github.isolation.protocol.Endpoint;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.EventCodec;
import io.github.isolation.protocol.Frames;
import io.github.isolation.protocol.Numbered;
import io.github.isolation.supervisor.core.ClassPart;
import io.github.isolation.supervisor.core.Effect;
import io.github.isolation.supervisor.core.Input;
import io.github.isolation.supervisor.core.Settings;
import io.github.isolation.supervisor.core.Supervision;
import io.github.isolation.supervisor.core.life.ExitInfo;
import io.github.isolation.supervisor.core.life.WorkerEffect;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An execution whose workers are class loaders: the decisions, the wire and the workers are real, the processes are not. */
final class InProcessRun {
    /** After such a silence Maven shows that it is alive, as it does twice a minute. */
    private static final long SILENCE_MILLIS = 150;

    /** So many in one run, and nothing will ever come. */
    private static final int MOST_SILENCES = 100;

    private static final AtomicInteger SOCKETS = new AtomicInteger();

    private final boolean sharesPlans;
    private final Path directory;
    private final BlockingQueue<Input> inbox = new LinkedBlockingQueue<>();
    private final Map<Integer, SocketChannel> sockets = new ConcurrentHashMap<>();
    private final Map<Integer, Frames> frames = new ConcurrentHashMap<>();
    private final Map<Integer, Long> commands = new HashMap<>();
    private final Map<Long, List<Event>> held = new LinkedHashMap<>();

    /** What Maven was told, in order. */
    final List<Event> told = new ArrayList<>();

    private boolean finished;

    /** With a directory for sockets. */
    InProcessRun(boolean sharesPlans, Path directory) {
        this.sharesPlans = sharesPlans;
        this.directory = directory;
    }

    /** Runs these classes, of some of them only a part; false if it comes to a standstill. */
    boolean run(Settings settings, List<String> classes, Map<String, ClassPart> parts) throws InterruptedException {
        Supervision supervision = new Supervision(settings, classes);
        supervision.parts(parts);
        perform(supervision.start(0));
        int silences = 0;
        while (!finished) {
            Input input = inbox.poll(SILENCE_MILLIS, TimeUnit.MILLISECONDS);
            silences += input == null ? 1 : 0;
            if (silences > MOST_SILENCES) {
                return false;
            }
            perform(supervision.on(input == null ? new Input.Ping() : input, 0));
        }
        return true;
    }

    /** Whether Maven would call this build a success, whatever is in its reports. */
    boolean isGreen() {
        return told.stream()
                .noneMatch(event -> (event instanceof Logged line && line.trace() != null)
                        || event instanceof Event.ExitError
                        || (event instanceof Reported r && r.kind().isFailure()));
    }

    /** The results that Maven knows, by class and test. */
    Map<String, List<String>> results() {
        Map<String, List<String>> results = new TreeMap<>();
        for (Event event : told) {
            if (event instanceof Reported r && r.kind().isResult()) {
                String source = String.valueOf(r.report().source());
                String test = source.substring(source.lastIndexOf('.') + 1) + "."
                        + r.report().name();
                results.computeIfAbsent(test, t -> new ArrayList<>())
                        .add(r.kind().name());
            }
        }
        return results;
    }

    private void perform(List<Effect> effects) {
        for (Effect effect : effects) {
            if (effect instanceof Effect.Launch launch) {
                launch(launch.serial());
            } else if (effect instanceof Effect.ToWorker to) {
                toWorker(to.serial(), to.effect());
            } else if (effect instanceof Effect.Hold hold) {
                held.computeIfAbsent(hold.slice(), key -> new ArrayList<>()).addAll(hold.events());
            } else if (effect instanceof Effect.Release release) {
                List<Event> events = held.remove(release.slice());
                told.addAll(events == null ? List.of() : events);
            } else if (effect instanceof Effect.Relay relay) {
                told.add(relay.event());
            } else if (effect instanceof Effect.Finish) {
                finished = true;
            } else if (!(effect instanceof Effect.Handed || effect instanceof Effect.Ended)) { // nobody keeps a record
                throw new IllegalStateException("nobody asked for " + effect);
            }
        }
    }

    private void toWorker(int serial, WorkerEffect effect) {
        if (effect instanceof WorkerEffect.Send send) {
            send(serial, send.command());
        } else if (effect instanceof WorkerEffect.Destroy) {
            close(sockets.get(serial));
            inbox.add(new Input.Exited(serial, ExitInfo.of(143)));
        }
    }

    private void send(int serial, Command command) {
        try {
            Frames channel = frames.get(serial);
            if (channel != null) {
                channel.write(Numbered.frame(commands.merge(serial, 1L, Long::sum), CommandCodec.encode(command)));
            }
        } catch (IOException e) {
            // It is gone, which its end of the channel tells.
        }
    }

    private static void close(@Nullable Channel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void launch(int serial) {
        try {
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(directory.resolve("s" + SOCKETS.incrementAndGet())));
            String connection = new Endpoint(server.getLocalAddress(), "secret", null).toConnectionString();
            Life life = new Life(
                    status -> {
                        close(server); // if it never came
                        inbox.add(new Input.Exited(serial, ExitInfo.of(status)));
                    },
                    () -> close(sockets.get(serial)));
            daemon("listen-" + serial, () -> listen(serial, server, life));
            daemon("worker-" + serial, () -> live(life, connection));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void live(Life life, String connection) {
        life.begin();
        int status = 1;
        try {
            FaultyClasses classes = new FaultyClasses();
            Thread.currentThread().setContextClassLoader(classes);
            Class.forName(MiniBooter.class.getName(), true, classes)
                    .getMethod("run", String.class, boolean.class)
                    .invoke(null, connection, sharesPlans);
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof Life.Over)) {
                status = 2; // the booter's main method has thrown, as a JVM's would
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            life.end(status);
        }
    }

    private void listen(int serial, ServerSocketChannel server, Life life) {
        try (SocketChannel socket = server.accept()) {
            sockets.put(serial, socket);
            if (life.endedInSilence()) {
                close(socket); // it has not come so far as to have something to close itself
            }
            Frames channel = new Frames(socket, socket);
            frames.put(serial, channel);
            for (byte[] frame = channel.read(); frame != null; frame = channel.read()) {
                inbox.add(new Input.FromWorker(
                        serial, Numbered.number(frame), EventCodec.decode(Numbered.message(frame))));
            }
        } catch (IOException e) {
            // It was closed.
        }
        close(server);
        inbox.add(new Input.ChannelEnded(serial));
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
