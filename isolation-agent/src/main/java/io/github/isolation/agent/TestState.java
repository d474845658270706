package io.github.isolation.agent;

import io.github.isolation.agent.RunningTests.Running;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the state of the JVM before and after each test. What a test has changed, and is changed still at the end of its
 * class, is written down: what it, or its class, has put back again is nobody's affair. Called by the listener; thread-safe.
 */
final class TestState {
    private final List<StateSource> sources;
    private final @Nullable Directories directories;
    private final FindingsFile findings;
    private final Set<String> ofTheJdk;

    private final Set<StateSource> broken = new HashSet<>();
    private final ReentrantLock lock = new ReentrantLock();

    /** Between the end of a test and the beginning of the next one, no code of the user's runs. */
    private boolean fresh;

    private boolean saidSeveral;

    TestState(
            List<StateSource> sources, @Nullable Directories directories, Set<String> ofTheJdk, FindingsFile findings) {
        this.sources = sources;
        this.directories = directories;
        this.ofTheJdk = ofTheJdk;
        this.findings = findings;
    }

    static TestState of(
            Settings settings,
            Instrumentation instrumentation,
            UserFrames frames,
            Loads loads,
            Initializers initializers,
            FindingsFile findings) {
        List<StateSource> sources = new ArrayList<>();
        Set<String> ofTheJdk = ConcurrentHashMap.newKeySet();
        if (settings.areas().contains(Area.JVM)) {
            sources.add(new JvmState(loads, ofTheJdk));
        }
        if (settings.areas().contains(Area.STATICS)) {
            sources.add(new StaticFields(instrumentation, frames, loads, initializers, findings));
        }
        Directories directories =
                settings.areas().contains(Area.DIRECTORIES) ? new Directories(settings, findings) : null;
        return new TestState(sources, directories, ofTheJdk, findings);
    }

    void begins(Running running, boolean several) {
        lock.lock();
        try {
            hasBegun(running, several);
        } finally {
            lock.unlock();
        }
    }

    private void hasBegun(Running running, boolean several) {
        if (isNotComparable(several) || running.isPartOfATest()) {
            return;
        }
        Running around = running.around();
        if (!fresh) {
            look(around == null ? RunningTests.NONE : around.number());
        }
        fresh = false;
        if (running.isTopLevel()) {
            each(source -> source.items().forEach(StateItem::classBegins));
            if (directories != null) {
                directories.classBegins();
            }
        }
    }

    void ends(Running running, boolean several) {
        lock.lock();
        try {
            hasEnded(running, several);
        } finally {
            lock.unlock();
        }
    }

    private void hasEnded(Running running, boolean several) {
        if (isNotComparable(several) || running.isPartOfATest()) {
            return;
        }
        look(running.number());
        fresh = true;
        if (running.isTopLevel()) {
            each(StateSource::classEnds);
            each(source -> source.items().forEach(item -> item.classEnds(findings)));
            if (directories != null) {
                directories.classEnds(running.number());
            }
        }
    }

    /**
     * In any thread, which may hold what is being looked at: it must not wait for somebody who looks. That one finds the class the next
     * time.
     */
    void initialized(Class<?> type) {
        if (lock.tryLock()) {
            try {
                each(source -> source.initialized(type));
            } finally {
                lock.unlock();
            }
        }
    }

    /** A system property that the JDK has set for itself. In any thread, in the middle of that. */
    void propertyOfTheJdk(String name) {
        ofTheJdk.add(name);
    }

    private void look(int test) {
        each(source -> source.look(test));
    }

    /** One that cannot be looked at keeps nobody from looking at the others, and is told of once. */
    private void each(Consumer<StateSource> work) {
        for (StateSource source : sources) {
            try {
                work.accept(source);
            } catch (RuntimeException | LinkageError e) {
                if (broken.add(source)) {
                    findings.incomplete("not all of the state of the JVM could be looked at: " + e);
                }
            }
        }
    }

    private boolean isNotComparable(boolean several) {
        if (several && !saidSeveral && !(sources.isEmpty() && directories == null)) {
            saidSeveral = true;
            findings.incomplete(
                    "tests run side by side in one JVM, so nobody can tell which of them has changed its state");
        }
        fresh &= !several;
        return several;
    }
}
