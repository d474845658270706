package io.github.isolation.books;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether the books of a run agree with themselves: what was promised was handed out, and what was heard was told, once. It
 * leans on nothing that the supervisor thinks of it.
 */
public final class BooksCheck {
    private final RunBooks books;
    private final List<String> differences = new ArrayList<>();

    private BooksCheck(RunBooks books) {
        this.books = books;
    }

    /** What does not agree, a line each. Of a run that Maven ended nothing is said: Maven has said it. */
    public static List<String> differences(RunBooks books) {
        BooksCheck check = new BooksCheck(books);
        if (books.cancelled) {
            return List.of();
        }
        if (!books.isClosed()) {
            return List.of(
                    "the supervisor began, and was gone before it had closed its books: nobody knows what else it"
                            + " was to run");
        }
        for (ClassAccount of : books.classes()) {
            check.look(of);
        }
        for (SourceAccount of : books.sources()) {
            check.look(of);
        }
        check.lookAtTheSummary();
        return check.differences;
    }

    private void look(ClassAccount of) {
        boolean silent = of.heard == 0 && !isSpokenOf(of.name());
        boolean excused = of.leftOut || books.skipping;
        if (silent && !excused && of.promised > 0 && of.handed == 0) {
            add(of.name(), "was to be run, and no worker was given it; no result or error of it was told");
        } else if (silent && !excused && of.goneOnTo > 0) {
            add(of.name(), "was begun by a worker, which went on to it, and left no test set");
        } else if (silent && !excused && of.planned > 0) {
            add(of.name(), "has " + of.planned + " planned tests, was given to a worker, and left no test set");
        }
        if (of.begunTwice > 0) {
            add(of.name(), of.begunTwice + " of its tests began twice in one worker, so results of it count twice");
        }
        if (of.afterItsEnd > 0 && of.promised <= 1) {
            add(of.name(), "was run again after its end, though no test of it was to be tried again");
        }
    }

    private boolean isSpokenOf(String className) {
        for (SourceAccount source : books.sources()) {
            if (source.name().equals(className)
                    && source.setsBegun + source.toldInAll().total() > 0) {
                return true;
            }
        }
        return false;
    }

    private void look(SourceAccount of) {
        Tally heard = of.heard();
        Tally told = of.toldInAll();
        boolean sameNumbers = true;
        for (Outcome outcome : Outcome.values()) {
            long most = heard.count(outcome);
            long least = of.heardFirst.count(outcome);
            // The supervisor makes errors of its own, of what died; everything else comes from a worker.
            boolean mayBeMore = outcome == Outcome.ERROR;
            boolean agrees = told.count(outcome) >= least && (mayBeMore || told.count(outcome) <= most);
            if (!agrees) {
                add(
                        of.name(),
                        "workers told of " + (least == most ? "" : least + " to ") + outcome.times(most)
                                + ", Maven was told of " + told.count(outcome));
            }
            sameNumbers &= told.count(outcome) == least;
        }
        if (sameNumbers && of.heardAgain.total() == 0 && heard.digest() != told.digest()) {
            add(of.name(), "Maven was told as many results as workers told (" + told + "), but not the same ones");
        }
        // An engine that fails as a whole ends a set that it has not begun, with stock Surefire as well.
        if (of.setsBegun > of.setsEnded) {
            add(of.name(), of.setsBegun + " test sets began, and " + of.setsEnded + " ended");
        }
    }

    private void lookAtTheSummary() {
        long told = 0;
        for (SourceAccount source : books.sources()) {
            told += source.told.total();
        }
        if (books.summary != RunBooks.NONE && books.summary != told) {
            differences.add(
                    "the line at the end speaks of " + books.summary + " results, and Maven was told of " + told);
        }
    }

    private void add(String name, String what) {
        differences.add(name + ": " + what);
    }
}
