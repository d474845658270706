package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Event.Planned;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.Trace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks over the shoulders of those who keep the accounts, and believes neither them nor the workers: for every class that was
 * promised there is a test set, or a reason. Knows what was promised, handed out and told to Maven, and nothing of how it came
 * about.
 */
final class Audit {
    private static final String TYPE = "io.github.isolation.AccountsDoNotMatch";

    private static final int NAMED = 20;

    private static final class Book {
        private boolean handed;
        private boolean told;
        private boolean excused;
        private boolean planKnown;
        private boolean hasTests;
    }

    private final Map<String, Book> books = new LinkedHashMap<>();
    private final Set<String> accused = new HashSet<>();
    private boolean plansAreTold;

    /** Maven expects this class to be run. */
    void promised(String className) {
        books.putIfAbsent(className, new Book());
    }

    /** Whether it does already. */
    boolean isPromised(String className) {
        return books.containsKey(className);
    }

    /** What is said of a class that Maven hands out again. */
    Logged givenTwice(String className) {
        return failing("isolation: Maven has handed out " + className
                + " twice. It runs once, and the build fails, since another class may have been lost.");
    }

    /** It need not run: it was filtered out, or the user wants nothing more to begin. */
    void excused(String className) {
        book(className).excused = true;
    }

    /** A worker has it. */
    void handed(String className) {
        book(className).handed = true;
    }

    /** What its worker says there is in it. */
    void planned(String className, Planned plan) {
        plansAreTold = true;
        book(className).planKnown = true;
        book(className).hasTests |= !plan.tests().isEmpty();
    }

    /** Maven hears of it. */
    void told(String className, List<Event> events) {
        for (Event event : events) {
            if (event instanceof Reported reported && reported.kind() == ReportKind.SET_STARTING) {
                book(className).told = true;
            }
        }
    }

    /** The class in hand was done with, and nothing is known of it: whoever says so is not to be believed. */
    boolean isSuspicious(String className) {
        Book book = book(className);
        return !className.isEmpty() && plansAreTold && !book.planKnown && !book.told;
    }

    /**
     * What is said of a result of a class that is not in its worker's hands; null if it is. Only classes that are somebody's
     * are looked at: what runs inside of a suite is in the hands of who has the suite.
     */
    @Nullable
    Logged foreign(Reported event, String inHand) {
        TestReport report = event.report();
        String of = report.id() == null ? report.source() : topLevel(report.id());
        boolean mayKnow = report.id() != null || plansAreTold;
        if (!event.kind().isResult()
                || of == null
                || !mayKnow
                || of.equals(inHand)
                || inHand.startsWith(of + "$")
                || !books.containsKey(of)) {
            return null;
        }
        String holder = inHand.isEmpty() ? "no class" : inHand;
        String line = "isolation: results of " + of + " came from a worker that had " + holder
                + " in hand. They are not believed (" + report.source() + "." + report.name()
                + ", for one), and fail the build. Please report this.";
        return accused.add(of + " " + inHand) ? failing(line) : new Logged(LogLevel.DEBUG, line, null);
    }

    /** What does not match at the end, in one line: of several errors, Surefire shows one. */
    Optional<Logged> differences() {
        List<String> missing = new ArrayList<>();
        books.forEach((className, book) -> {
            boolean owes = !book.handed || book.hasTests || (plansAreTold && !book.planKnown);
            if (!className.isEmpty() && !book.excused && !book.told && owes) {
                missing.add(className + ", which " + (book.handed ? "a worker was handed" : "no worker was handed"));
            }
        });
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String some = String.join("; ", missing.subList(0, Math.min(NAMED, missing.size())));
        return Optional.of(failing("isolation: nothing was reported of "
                + (missing.size() == 1 ? some : missing.size() + " classes: " + some)
                + (missing.size() > NAMED ? "; and " + (missing.size() - NAMED) + " more" : "")
                + ". The accounts of this run do not match, so the build fails. Please report this."));
    }

    /** The class around a test, by the second part of its id, whatever its engine calls it; null if there is none. */
    private static @Nullable String topLevel(String id) {
        int begin = id.indexOf("]/[");
        int name = begin < 0 ? -1 : id.indexOf(':', begin);
        int end = name < 0 ? -1 : id.indexOf(']', name);
        return end < 0 ? null : id.substring(name + 1, end);
    }

    /** A trace on the console is what fails a build. */
    static Logged failing(String line) {
        return new Logged(LogLevel.ERROR, line, new Trace(line, null, TYPE + ": " + line + "\n"));
    }

    private Book book(String className) {
        return Objects.requireNonNull(books.computeIfAbsent(className, name -> new Book()));
    }
}
