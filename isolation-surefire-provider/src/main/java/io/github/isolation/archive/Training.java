package io.github.isolation.archive;

import io.github.isolation.process.Blueprint;
import io.github.isolation.process.Descendants;
import io.github.isolation.process.Said;
import io.github.isolation.process.WorkerObserver;
import io.github.isolation.process.Workers;
import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Endpoint;
import io.github.isolation.protocol.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes an archive: starts a worker of its own that runs one test of ours and none else, beside the workers that run the
 * user's tests or after them, and publishes what that JVM wrote when it ended.
 */
public final class Training implements WorkerObserver {
    /** How a worker that makes an archive is started. */
    public interface Launcher {
        /** Its command, with these options for the archive and the class path. */
        ProcessBuilder prepare(List<String> options, Endpoint endpoint) throws IOException;

        /** Puts into the directory of an archive that was made what its users want to have beside it: nothing, usually. */
        default void complete(Path directory) throws IOException {}
    }

    /** A JVM that takes longer than this will not come to an end by itself: it has the lowest priority, and a busy machine has little time for it. */
    private static final long LONGEST_SECONDS = 300;

    private static final int SERIAL = 0;

    private final CdsArchive classes;
    private final Launcher launcher;
    private final String testClass;
    private final CountDownLatch exited = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile @Nullable Workers workers;
    /** Held while the JVM is started or ended: whoever ends this one right after that leaves no other behind. */
    private final Object launching = new Object();

    private boolean handedOut;
    private boolean hasLeftWord;
    private volatile boolean hasBegun;
    private boolean abandoned;
    private volatile int status = -1;
    private volatile String firstLine = "";

    /** For an archive that is not there, made by a worker that runs this test class. */
    public Training(CdsArchive classes, Launcher launcher, String testClass) {
        this.classes = classes;
        this.launcher = launcher;
        this.testClass = testClass;
    }

    /** Begins, in a thread of its own. */
    public void begin() {
        hasBegun = true;
        Thread thread = new Thread(this::run, "isolation-archive");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Waits for the end of what has begun, and ends what takes longer.
     *
     * @param isWanted asked every second whether anybody still waits for this JVM
     */
    public void await(long seconds, BooleanSupplier isWanted) throws InterruptedException {
        if (!hasBegun) {
            return;
        }
        for (long waited = 0; waited < seconds; waited++) {
            if (done.await(1, TimeUnit.SECONDS)) {
                return;
            }
            if (!isWanted.getAsBoolean()) {
                abandon();
                return;
            }
        }
        if (done.getCount() > 0) {
            abandon("it was not ready " + seconds + " s after the last test");
        }
    }

    /** Ends it now, if it has begun and is not done: the build is over. From any thread. */
    public void abandon() {
        if (hasBegun && done.getCount() > 0) {
            abandon("the build had ended before it was ready");
        }
    }

    /** Ends it now. What was not published leaves nothing behind that anybody uses. */
    private void abandon(String why) {
        leaveWord(why);
        synchronized (launching) {
            abandoned = true;
            Workers running = workers;
            if (running != null) {
                running.destroyAll();
            }
        }
    }

    /** The first reason counts; what it brings about is none. */
    private synchronized void leaveWord(String why) {
        if (hasLeftWord) {
            return;
        }
        hasLeftWord = true;
        try {
            if (!classes.isMade()) {
                classes.store().leaveWord(classes.madeOf(), why);
            }
        } catch (IOException e) {
            // Where nothing can be written, no archive can be made either, and nobody is listening any more.
        }
    }

    private void run() {
        try {
            classes.check();
            var lock = classes.store().tryLock(classes.madeOf());
            if (lock.isPresent()) {
                try {
                    if (!classes.isMade()) {
                        classes.store().sweep();
                        make();
                    }
                } finally {
                    lock.get().close();
                }
            }
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            leaveWord(e.toString());
        } finally {
            done.countDown();
        }
    }

    private void make() throws IOException, InterruptedException {
        Path directory = classes.store().newDirectory();
        try (Workers started = new Workers(new OneWorker(directory), this)) {
            synchronized (launching) {
                if (abandoned) {
                    return;
                }
                workers = started;
                started.launch(SERIAL, SERIAL, false);
            }
            boolean inTime = exited.await(LONGEST_SECONDS, TimeUnit.SECONDS);
            started.destroyAll();
            if (!inTime) {
                leaveWord("its JVM had not ended after " + LONGEST_SECONDS + " s");
            } else if (status != 0 || !Files.isRegularFile(directory.resolve("archive"))) {
                leaveWord("its JVM ended with exit status " + status + " and left none" + firstLine);
            } else {
                launcher.complete(directory);
                classes.store().publish(directory, classes.madeOf());
                classes.published();
            }
        } finally {
            delete(directory);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(directory);
        }
    }

    @Override
    public void heard(int serial, List<Said> events, int bytes) {
        Workers running = workers;
        if (running != null) {
            events.forEach(said -> answer(running, serial, said.event()));
        }
    }

    private void answer(Workers running, int serial, Event event) {
        if (event instanceof Event.NextTest) {
            running.send(serial, handedOut ? new Command.EndOfTests() : new Command.RunClass(testClass, 1));
            handedOut = true;
        } else if (event instanceof Event.Bye) {
            running.send(serial, new Command.ByeAck());
        }
    }

    @Override
    public void exited(int serial, int exitStatus) {
        status = exitStatus;
        exited.countDown();
    }

    @Override
    public void garbled(int serial, String message) {
        abandon("its JVM sent what cannot be understood: " + message);
    }

    @Override
    public void failed(Throwable thrown) {
        abandon("it could not be watched: " + thrown);
    }

    @Override
    public void channelEnded(int serial) {
        // The exit tells.
    }

    @Override
    public void line(int serial, String line, boolean stdout) {
        // A JVM begins by saying which options its environment has given it.
        if (firstLine.isEmpty() && !line.contains("Picked up ")) {
            firstLine = " (" + line + ")";
        }
    }

    @Override
    public void warning(String message) {
        // Belongs to nobody's tests.
    }

    /** The blueprint of the one worker there is. */
    private final class OneWorker implements Blueprint {
        private final Path directory;

        OneWorker(Path directory) {
            this.directory = directory;
        }

        @Override
        public String nonceVariable() {
            return "ISOLATION_ARCHIVE_NONCE";
        }

        /** It starts nothing; and where a session is what gets its share of the CPU, {@code nice} would mean nothing in its own. */
        @Override
        public boolean hasOwnSession() {
            return false;
        }

        @Override
        public ProcessBuilder prepare(int serial, int fork, boolean spare, Endpoint endpoint) throws IOException {
            ProcessBuilder builder = launcher.prepare(classes.launchToMake(directory), endpoint);
            // Where this build is a test's, it is that test's worker's; this JVM would take it for its own, and end all
            // who
            // have it.
            builder.environment().remove(Descendants.MARK_ENVIRONMENT);
            return builder;
        }
    }
}
