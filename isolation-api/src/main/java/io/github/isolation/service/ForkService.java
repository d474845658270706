package io.github.isolation.service;

import io.github.isolation.fixture.FileTrees;
import io.github.isolation.fixture.Seeder;
import io.github.isolation.fork.ForkLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One service of one fork: seeded while it is down, started, watched, ended. One thread at a time calls it. */
final class ForkService {
    private static final long FIRST_PAUSE_MILLIS = 2;
    private static final long LONGEST_PAUSE_MILLIS = 50;
    private static final int LOOKS_AT_PORT = 20;
    private static final Duration AFTER_KILL = Duration.ofSeconds(10);

    private final ServiceSpec spec;
    private final String slot;
    private final ServicePlace place;
    private final Keeper keeper;
    private final ServicePorts ports;
    private final BiConsumer<ForkService, Process> onEnd;
    private final @Nullable String password;
    private LogFile log;
    private boolean logBegun;
    private volatile boolean used;
    private volatile @Nullable Process process;

    /** In a slot. Whoever listens hears of each process of it that ends, also of those that are to. */
    ForkService(
            ServiceSpec spec,
            ForkLayout layout,
            String slot,
            Keeper keeper,
            ServicePorts ports,
            BiConsumer<ForkService, Process> onEnd)
            throws IOException {
        this.spec = spec;
        this.slot = slot;
        this.place = new ServicePlace(layout, slot, spec.id());
        this.keeper = keeper;
        this.ports = ports;
        this.onEnd = onEnd;
        this.password = Password.isWanted(spec) ? Password.of(spec) : null;
        this.log = new LogFile(place.log(), 0);
    }

    ServiceSpec spec() {
        return spec;
    }

    /** Whether it was started, and has not ended. */
    boolean isAlive() {
        Process started = process;
        return started != null && started.isAlive();
    }

    /** A class is run that may change what it holds. */
    void use() {
        used = true;
    }

    /** Whether that was so since it was started. */
    boolean isUsed() {
        return used;
    }

    /** Whether this is the process that it is to be at the moment. */
    boolean is(Process other) {
        return other.equals(process);
    }

    /** What it is called in messages. */
    String name() {
        return "service '" + spec.id() + "' of " + (slot.equals(ForkLayout.MAIN) ? slot : "fork " + slot);
    }

    /** What stands for the placeholders. */
    Map<String, String> values() throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(Placeholders.PORT, Integer.toString(ports.port(spec.id())));
        values.put(Placeholders.DATA, place.data(spec.data()).toString());
        values.put(Placeholders.FORK, slot);
        values.put(Placeholders.DIRECTORY, place.directory().toString());
        if (password != null) {
            values.put(Placeholders.PASSWORD, password);
        }
        return values;
    }

    /** Its password, if it has one. */
    Optional<String> password() {
        return Optional.ofNullable(password);
    }

    /**
     * Seeds and starts it, and waits until it is ready. It must be down.
     *
     * @return whether it has another port than before, because somebody else uses that one
     */
    boolean start() throws IOException, InterruptedException {
        place.make();
        endWhatIsLeft();
        seed();
        boolean moves = !isPortFree();
        if (moves) {
            ports.another(spec.id());
        }
        try {
            startOnce();
            return moves;
        } catch (ServiceFailedException e) {
            if (!log.saysThatThePortIsTaken()) {
                throw e;
            }
        }
        seed();
        ports.another(spec.id());
        startOnce();
        return true;
    }

    /** What the process before has started, and is being ended, may hold it for a moment. */
    private boolean isPortFree() throws IOException, InterruptedException {
        int port = ports.port(spec.id());
        int patience = logBegun ? LOOKS_AT_PORT : 0;
        while (!ports.isFree(port)) {
            if (patience-- == 0) {
                return false;
            }
            Thread.sleep(LONGEST_PAUSE_MILLIS);
        }
        return true;
    }

    private void seed() throws IOException {
        if (spec.data() == null) {
            FileTrees.delete(place.dataDirectory());
            Files.createDirectories(place.data(null));
        } else {
            new Seeder().seed(spec.data(), place.dataDirectory());
        }
    }

    private void startOnce() throws IOException, InterruptedException {
        Map<String, String> values = values();
        ServiceCommand command = spec.command();
        if (password != null) {
            place.write(place.password(), password + "\n");
        }
        for (Map.Entry<String, String> file : command.files().entrySet()) {
            place.write(place.directory().resolve(file.getKey()), Placeholders.fill(file.getValue(), values));
        }
        if (!logBegun) {
            Files.deleteIfExists(place.log());
            logBegun = true;
        }
        log = LogFile.now(place.log());
        ProcessBuilder builder = new ProcessBuilder(words(values))
                .directory(command.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(place.log().toFile()));
        command.environment().forEach((name, text) -> builder.environment().put(name, Placeholders.fill(text, values)));
        Process started = keeper.start(builder, spec.life().stopSignal());
        process = started;
        used = false;
        ProcessNote.of(started, spec.life().stopSignal()).write(place.process());
        try {
            awaitReady(started, values);
        } catch (IOException | InterruptedException e) {
            stop();
            throw e;
        }
        CompletableFuture<Void> unused =
                started.onExit().thenAcceptAsync(ended -> onEnd.accept(this, ended), ForkService::aside);
    }

    /** Whoever hears of it may wait for one who seeds, and seeding needs the threads that all share. */
    private static void aside(Runnable work) {
        Thread thread = new Thread(work, "isolation-service-ended");
        thread.setDaemon(true);
        thread.start();
    }

    private List<String> words(Map<String, String> values) {
        List<String> words = new ArrayList<>(spec.command().runAs());
        spec.command().words().forEach(word -> words.add(Placeholders.fill(word, values)));
        return words;
    }

    private void awaitReady(Process started, Map<String, String> values) throws IOException, InterruptedException {
        ReadyCheck check = spec.life().ready();
        ReadyProbe probe = new ReadyProbe(
                check, ports.port(spec.id()), log, values, spec.command().directory());
        long begin = System.nanoTime();
        long most = spec.life().startTimeout().toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        while (!started.waitFor(pause, TimeUnit.MILLISECONDS)) {
            if (probe.isReady() && started.isAlive()) {
                return;
            }
            if (most > 0 && System.nanoTime() - begin > most) {
                throw failure("was not ready (" + check.text() + ") after "
                        + spec.life().startTimeout().toMillis() + " ms (<startTimeout>)");
            }
            pause = Math.min(LONGEST_PAUSE_MILLIS, pause + 1);
        }
        throw failure("ended before it was ready (" + check.text() + "): " + ExitText.of(started.exitValue()));
    }

    /** What has become of it, with its command and what it said last. */
    ServiceFailedException failure(String what) {
        String command;
        try {
            command = words(values()).stream().collect(Collectors.joining(" "));
        } catch (IOException e) {
            command = String.join(" ", spec.command().words());
        }
        return new ServiceFailedException(name() + " " + what, "Its command was: " + command + "\n" + lastWords());
    }

    /** The end of its log, for the user. */
    String lastWords() {
        List<String> tail = shown(log);
        return (tail.isEmpty() ? "It said nothing" : "It last said:\n  " + String.join("\n  ", tail)) + "\n("
                + place.log() + ")";
    }

    /** From now on it is wanted what it says. */
    LogFile listen() throws IOException {
        return LogFile.now(place.log());
    }

    /** The last of what stands there, for the user. */
    List<String> shown(LogFile from) {
        String secret = password;
        return secret == null
                ? from.tail()
                : from.tail().stream().map(line -> line.replace(secret, "…")).toList();
    }

    /** Ends it, if it lives: as it likes best, then by force. Nothing that it has started and that stays with it is left. */
    void stop() throws IOException, InterruptedException {
        Process living = process;
        process = null;
        if (living != null) {
            end(living.toHandle());
            keeper.forget(living.pid());
            Files.deleteIfExists(place.process());
        }
    }

    private void end(ProcessHandle living) throws IOException, InterruptedException {
        if (living.isAlive()) {
            keeper.signal(living.pid(), spec.life().stopSignal());
            if (!isGone(living, spec.life().gracePeriod())) {
                keeper.signal(living.pid(), "KILL");
                if (!isGone(living, AFTER_KILL)) {
                    throw failure("does not end, not even by force (process " + living.pid() + ")");
                }
            }
        }
    }

    private static boolean isGone(ProcessHandle process, Duration within) throws InterruptedException {
        try {
            process.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return !process.isAlive();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A supervisor that was killed has left its slot to us; its keeper may still be ending what it has started. */
    private void endWhatIsLeft() throws IOException, InterruptedException {
        Optional<ProcessNote> note = ProcessNote.read(place.process());
        Optional<ProcessHandle> left = note.flatMap(ProcessNote::find);
        if (note.isPresent() && left.isPresent()) {
            keeper.adopt(left.get().pid(), note.get().stopSignal());
            end(left.get());
            keeper.forget(left.get().pid());
        }
        Files.deleteIfExists(place.process());
    }

    /** What a test may know of it. */
    ServiceView view() throws IOException {
        return ServiceView.filled(spec, place, ports.port(spec.id()), values());
    }
}
