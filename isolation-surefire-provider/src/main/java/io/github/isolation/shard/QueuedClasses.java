package io.github.isolation.shard;

import io.github.isolation.fork.FileErrors;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.queue.Entry;
import io.github.isolation.queue.Leases;
import io.github.isolation.queue.PatientJoin;
import io.github.isolation.queue.PostgresQueue;
import io.github.isolation.queue.QueueAddress;
import io.github.isolation.queue.QueueDriver;
import io.github.isolation.queue.QueueRefusedException;
import io.github.isolation.queue.QueueUnreachableException;
import io.github.isolation.queue.RunName;
import io.github.isolation.queue.Seat;
import io.github.isolation.record.RunFact;
import io.github.isolation.settings.QueueTask;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.settings.SettingsException;
import io.github.isolation.supervisor.QueueFeed;
import io.github.isolation.supervisor.QueueWords;
import io.github.isolation.supervisor.SameForkGroups;
import io.github.isolation.supervisor.TestClassFiles;
import io.github.isolation.supervisor.core.Input;
import io.github.isolation.supervisor.core.Placement;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URL;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The classes of a module that several machines take from a queue, and the place of this machine among them. */
public final class QueuedClasses {
    private static final String QUEUE = "<queue> (" + SettingNames.QUEUE + "): ";

    private final QueueTask task;
    private final List<String> scanned;
    private final Map<String, String> groups;
    private final String universe;
    private final PostgresQueue queue;
    private final Leases leases;
    private final Seat seat;

    private QueuedClasses(
            QueueTask task,
            List<String> scanned,
            Map<String, String> groups,
            PostgresQueue queue,
            Leases leases,
            String runId,
            Map<String, Long> times,
            PatientJoin joins)
            throws IOException {
        this.task = task;
        this.scanned = scanned;
        this.groups = groups;
        this.universe = Digests.ofLines(new TreeSet<>(scanned));
        this.queue = queue;
        this.leases = leases;
        this.seat = joins.join(
                queue,
                new Entry(
                        new RunName(task.run(), task.group(), task.attempt()),
                        task.key(),
                        universe,
                        units(times),
                        runId,
                        machine(task.build()),
                        task.build()));
    }

    /**
     * Takes part.
     *
     * @param knowsAll whether the scanned classes are all that there are, and not handed out by Maven
     * @param times how long classes take, in milliseconds: what takes longest is lent first
     * @param warnings gets a line if the queue cannot be reached at once
     * @throws SettingsException if that is not possible, and says why
     */
    public static QueuedClasses join(
            QueueTask task,
            boolean knowsAll,
            List<String> scanned,
            Map<String, Long> times,
            List<URL> classPath,
            String runId,
            Consumer<String> warnings) {
        if (!knowsAll) {
            throw refused(
                    "here Maven hands out the classes, one at a time, and nobody can choose among them. A queue needs"
                            + " <extensions>true</extensions>");
        }
        Leases leases = new Leases(task.lease());
        try {
            Map<String, String> groups = SameForkGroups.find(classPath, scanned);
            PostgresQueue queue = new PostgresQueue(QueueDriver.load(task.driver()), address(task), leases);
            PatientJoin joins = new PatientJoin(
                    leases, warnings, System::nanoTime, time -> Thread.sleep(Math.max(1, time.toMillis())));
            return new QueuedClasses(task, scanned, groups, queue, leases, runId, times, joins);
        } catch (QueueRefusedException e) {
            throw refused(FileErrors.text(e));
        } catch (IOException e) {
            throw new QueueUnreachableException(QUEUE + FileErrors.text(e));
        }
    }

    private static QueueAddress address(QueueTask task) throws IOException {
        Path login = task.login();
        return login == null ? QueueAddress.of(task.url(), System.getenv()) : QueueAddress.take(task.url(), login);
    }

    private List<List<String>> units(Map<String, Long> times) {
        return ShardPlanner.plan(scanned, times, groups, List.of(0L)).placed().stream()
                .map(placed -> placed.unit().classes())
                .toList();
    }

    /** What users are told at the beginning. */
    public String line() {
        String line = "isolation: queue of run " + task.run() + ": machine " + seat.number() + ", " + scanned.size()
                + (scanned.size() == 1 ? " class" : " classes");
        try {
            return line + ", " + queue.census(seat).done() + " with results";
        } catch (IOException e) {
            return line; // what needs an answer asks until it has one
        }
    }

    /** Classes of one group come together, and stay together. */
    public Placement placement(int forks) {
        return forks == 1 ? Placement.FREE : Placement.sameFork(groups);
    }

    /** What the record says of it. */
    public RunFact.Shard fact() {
        return new RunFact.Shard("queue", universe, "");
    }

    /** Writes down that this machine takes part, and which classes there are. */
    public void begin(ForkLayout layout, String runId, List<URL> classPath) throws IOException {
        ShardHeader header = new ShardHeader(
                runId,
                task.key(),
                seat.number(),
                ShardHeader.QUEUE,
                task.attempt(),
                task.run(),
                task.group(),
                universe,
                "",
                "",
                task.build());
        List<ScannedClass> classes = new ArrayList<>();
        try (TestClassFiles files = new TestClassFiles(classPath)) {
            for (String name : new TreeSet<>(scanned)) {
                byte[] bytes = files.bytes(name);
                classes.add(new ScannedClass(name, 0, bytes.length == 0 ? "" : Digests.of(bytes)));
            }
        }
        ShardFile.begin(layout.shards(), header, classes);
    }

    /** From where the supervisor gets its classes; a thread works for it from now on. */
    public QueueFeed feed(int forks, Consumer<Input> supervisor) {
        QueueWords words = new QueueWords(task.failuresIgnored());
        QueueFeed feed = new QueueFeed(queue, seat, leases, words, forks, supervisor, System::nanoTime);
        Thread thread = new Thread(feed, "isolation-queue");
        thread.setDaemon(true);
        thread.start();
        // Of a machine that is about to be taken away, others get the classes at once.
        Runtime.getRuntime().addShutdownHook(new Thread(feed::leave, "isolation-queue-leaves"));
        return feed;
    }

    /** Where this is, and which Maven; several may be on one machine. */
    private static String machine(String build) {
        String process = build.replaceFirst("-.*", "");
        try {
            return InetAddress.getLocalHost().getHostName() + " (process " + process + ")";
        } catch (UnknownHostException e) {
            return "a machine without a name (process " + process + ")";
        }
    }

    private static SettingsException refused(String why) {
        return new SettingsException(List.of(QUEUE + why));
    }
}
