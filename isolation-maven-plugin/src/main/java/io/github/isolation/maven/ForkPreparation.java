package io.github.isolation.maven;

import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedMode;
import io.github.isolation.fixture.SeedPlan;
import io.github.isolation.fixture.SeedReport;
import io.github.isolation.fixture.Seeder;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.Slot;
import io.github.isolation.maven.cache.HumanFormat;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.maven.plugin.logging.Log;

/**
 * Makes and seeds the directories of the forks before there are forks (L03).
 *
 * <p>A fork that is alive already, of another build in the same directory, is left alone: a fork that finds its
 * directory unprepared prepares it itself (L09).
 */
final class ForkPreparation {
    /** After so long, users want to know that something is going on. */
    private static final Duration PROGRESS = Duration.ofSeconds(5);

    private final ForkLayout layout;
    private final SeedPlan plan;
    private final Log log;

    ForkPreparation(ForkLayout layout, SeedPlan plan, Log log) {
        this.layout = layout;
        this.plan = plan;
        this.log = log;
    }

    /** Prepares forks 1 to {@code count}. Where no fork is started at all, tests find the slot main. */
    void prepare(int count) throws IOException {
        if (count == 0) {
            Files.createDirectories(layout.temporaryDirectory(ForkLayout.MAIN));
            return;
        }
        List<Slot> slots = new ArrayList<>();
        try {
            for (int number = 1; number <= count; number++) {
                Optional<Slot> slot = Slot.tryAcquire(layout, number);
                if (slot.isPresent()) {
                    slots.add(slot.get());
                    Files.createDirectories(layout.temporaryDirectory(number));
                    Files.createDirectories(layout.fixtures(number));
                } else {
                    log.info("isolation: fork " + number + " is in use by another build in "
                            + layout.isolationDirectory() + "; what it needs is prepared when it starts");
                }
            }
            seed(slots);
        } finally {
            for (Slot slot : slots) {
                slot.close();
            }
        }
    }

    private void seed(List<Slot> slots) throws IOException {
        if (slots.isEmpty() || plan.seeds().isEmpty()) {
            return;
        }
        int threads = Math.min(slots.size(), Math.max(2, Runtime.getRuntime().availableProcessors()));
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            for (Seed seed : plan.seeds()) {
                seed(seed, slots, executor);
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private void seed(Seed seed, List<Slot> slots, ExecutorService executor) throws IOException {
        long start = System.nanoTime();
        CompletionService<SeedReport> copies = new ExecutorCompletionService<>(executor);
        Seeder seeder = Seeder.forManyForks();
        for (Slot slot : slots) {
            copies.submit(() -> seeder.seed(seed, layout.fixtures(slot.number())));
        }
        long bytes = 0;
        int changed = 0;
        try {
            for (int done = 0; done < slots.size(); ) {
                Future<SeedReport> copy = copies.poll(PROGRESS.toMillis(), TimeUnit.MILLISECONDS);
                if (copy == null) {
                    log.info("isolation: fixture '" + seed.id() + "' is being seeded: " + done + " of "
                            + forks(slots.size()) + " done after "
                            + HumanFormat.time(Duration.ofNanos(System.nanoTime() - start)));
                } else {
                    done++;
                    bytes = Math.max(bytes, copy.get().bytes());
                    changed += copy.get().changedSomething() ? 1 : 0;
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while fixture '" + seed.id() + "' was seeded");
        }
        log.info("isolation: fixture '" + seed.id() + "' "
                + summary(seed, slots.size(), changed, bytes, Duration.ofNanos(System.nanoTime() - start)));
    }

    private static String summary(Seed seed, int forks, int changed, long bytes, Duration duration) {
        if (seed.mode() == SeedMode.SHARED) {
            return "is shared by " + forks(forks) + ", which must not change it";
        }
        return changed == 0
                ? "is intact in " + forks(forks)
                : (seed.mode() == SeedMode.LINK ? "linked: " : "seeded: ") + changed + " × " + HumanFormat.size(bytes)
                        + " in " + HumanFormat.time(duration);
    }

    private static String forks(int count) {
        return count == 1 ? "1 fork" : count + " forks";
    }
}
