package io.github.isolation.supervisor;

import io.github.isolation.fixture.ReadOnlyFixtures;
import io.github.isolation.fixture.ReadOnlyFixtures.Changed;
import io.github.isolation.settings.VerifyPolicy;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is done between two classes of a worker, while it is idle: looking whether the first left alone what it must only
 * read (L37), and restoring the fork, as far as the user wants either. Thread-safe.
 */
public final class BetweenClasses {
    private static final int NAMED = 3;

    private final ForkSites sites;
    private final ReadOnlyFixtures readOnly;
    private final boolean looks;
    private final boolean restores;
    private final Object oneLookAtATime = new Object();
    private final Map<Integer, String> running = new HashMap<>();
    private final Set<String> sinceLook = new TreeSet<>();

    /** For the forks of one supervisor. */
    public BetweenClasses(ForkSites sites, VerifyPolicy verify) throws IOException {
        this.sites = sites;
        this.readOnly = sites.readOnly();
        this.looks = verify == VerifyPolicy.EVERY_CLASS && !readOnly.isEmpty();
        this.restores = sites.restoresEveryClass();
    }

    /** Whether there is anything to be done between classes at all. */
    public boolean isNeeded() {
        return looks || restores;
    }

    /** A worker is handed a class. */
    synchronized void began(int serial, String className) {
        running.put(serial, className);
        sinceLook.add(className);
    }

    /** A worker is gone, and with it the class it ran. */
    synchronized void ended(int serial) {
        running.remove(serial);
    }

    /** A worker is through with a class and waits. What is to be said about it comes back, a line each. */
    List<String> afterClass(int serial, int fork) throws IOException {
        ended(serial);
        List<String> lines = look();
        if (restores) {
            sites.restore(fork);
        }
        return lines;
    }

    /** Looks whether something is changed; if so says so, and notes who ran since the look before. */
    List<String> look() {
        if (!looks) {
            return List.of();
        }
        synchronized (oneLookAtATime) {
            Set<String> suspects = suspects();
            // Also those that begin while this look goes on: it may see what they have done.
            try {
                return readOnly.news(() -> names(suspects)).stream()
                        .map(BetweenClasses::line)
                        .toList();
            } catch (IOException e) {
                // Another build may put the entry into quarantine at this moment. No reason to lose a worker, or
                // results.
                return List.of("isolation: it cannot be seen whether tests changed a fixture they must only read (" + e
                        + "); it is looked again after the tests");
            }
        }
    }

    private static String line(Changed changed) {
        List<String> differences = changed.differences();
        return "isolation: fixture '" + changed.seed().id() + "' ("
                + changed.seed().mode().name().toLowerCase(Locale.ROOT) + ") must only be read, but is "
                + String.join(", ", differences.subList(0, Math.min(NAMED, differences.size())))
                + (differences.size() > NAMED ? ", …" : "") + "; it was whole before " + changed.suspect()
                + " ran. The build fails after the tests";
    }

    private synchronized Set<String> suspects() {
        Set<String> before = new TreeSet<>(sinceLook);
        sinceLook.clear();
        sinceLook.addAll(running.values());
        return before;
    }

    private synchronized String names(Set<String> before) {
        Set<String> all = new TreeSet<>(before);
        all.addAll(sinceLook);
        return String.join(" or ", all);
    }
}
