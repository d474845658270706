package io.github.isolation;

import io.github.isolation.fixture.FileTrees;
import io.github.isolation.fork.AtStart;
import io.github.isolation.fork.CacheDirectory;
import io.github.isolation.fork.FileErrors;
import io.github.isolation.fork.FileHold;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.fork.Notices;
import io.github.isolation.fork.RunHold;
import io.github.isolation.once.OncePlace;
import io.github.isolation.once.OnceRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One key of {@code Isolation.once}: a directory with a lock, the content, and a record of the runs that have it (L31).
 *
 * <p>The content is made beside its place and moved there when it is whole; only then is it recorded. So what a killed
 * initializer left is never seen, and who waits next, because the operating system frees the lock, starts over.
 */
final class Once {
    private static final ThreadLocal<Set<Path>> RUNNING = ThreadLocal.withInitial(HashSet::new);

    private final String key;
    private final OnceScope scope;
    private final OncePlace place;
    private final ForkLayout layout;
    private final Fork fork;

    Once(String key, OnceScope scope) {
        this.key = key;
        this.scope = scope;
        this.layout = MainFixtures.layout();
        this.fork = Isolation.fork();
        Path base = scope == OnceScope.BUILD ? layout.isolationDirectory() : cacheDirectory();
        this.place = OncePlace.of(base, Naming.FILE_NAME.join(key, ""));
    }

    Path get(Initializer initializer) {
        try {
            if (scope == OnceScope.USER) {
                CacheDirectory.require(cacheDirectory(), Notices::say);
            }
            OnceRecord known = OnceRecord.read(place.record());
            if (known != null && known.runs().contains(run())) {
                return content(known, null);
            }
            if (fork.isMain()) {
                RunHold.begin(layout, fork.runId());
            }
            if (!RUNNING.get().add(place.directory())) {
                throw new IllegalStateException("the initializer of once(\"" + key + "\") asks for what it is to make");
            }
            try {
                return getAlone(initializer);
            } finally {
                RUNNING.get().remove(place.directory());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "once(\"" + key + "\") in " + place.directory() + ": " + FileErrors.text(e), e);
        }
    }

    private Path getAlone(Initializer initializer) throws IOException {
        FileHold hold = place.lock(this::tellWait);
        try {
            return getLocked(initializer);
        } finally {
            hold.close();
        }
    }

    private Path getLocked(Initializer initializer) throws IOException {
        OnceRecord known = OnceRecord.read(place.record());
        OnceRecord valid = known == null ? null : known.onlyWith(run -> RunHold.isAlive(Path.of(run)));
        if (valid != null && (!valid.runs().isEmpty() || (scope == OnceScope.USER && valid.failure() == null))) {
            OnceRecord joined = valid.with(run());
            joined.write(place.record());
            return content(joined, null);
        }
        place.clear();
        Throwable failure = make(initializer);
        String where = failure == null
                ? null
                : "in fork " + fork.slot() + " (process " + AtStart.pid() + "): " + stack(failure);
        OnceRecord made = new OnceRecord(List.of(run()), where);
        made.write(place.record());
        return content(made, failure);
    }

    private @Nullable Throwable make(Initializer initializer) throws IOException {
        Path draft = place.newDraft();
        try {
            initializer.fill(draft);
        } catch (Throwable e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            FileTrees.delete(draft);
            return e;
        }
        Files.move(draft, place.content(), StandardCopyOption.ATOMIC_MOVE);
        return null;
    }

    private Path content(OnceRecord record, @Nullable Throwable cause) {
        if (record.failure() != null) {
            throw new OnceFailedException(
                    "the initializer of once(\"" + key + "\") failed "
                            + (cause == null ? record.failure() : "here: " + cause),
                    cause);
        }
        return place.content();
    }

    private void tellWait(long holder) {
        Notices.say("isolation: fork " + fork.slot() + " waits for once(\"" + key + "\"), which process " + holder
                + " has in hand");
    }

    /** This run, by the lock that tells of its life: also to builds in other directories. */
    private String run() {
        return layout.runLock(fork.runId()).toString();
    }

    private static String stack(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString().strip();
    }

    /** As the build was told; without a build, where the fixture cache is by default. */
    private static Path cacheDirectory() {
        String told = AtStart.property(ForkProperties.CACHE_DIRECTORY);
        return told == null ? ForkProperties.defaultCacheDirectory() : Path.of(told);
    }
}
