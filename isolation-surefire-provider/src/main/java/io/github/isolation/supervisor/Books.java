package io.github.isolation.supervisor;

import io.github.isolation.books.BooksFile;
import io.github.isolation.books.ClassAccount;
import io.github.isolation.books.Hash;
import io.github.isolation.books.InHand;
import io.github.isolation.books.Outcome;
import io.github.isolation.books.RunBooks;
import io.github.isolation.books.RunHeader;
import io.github.isolation.books.SourceAccount;
import io.github.isolation.books.Tally;
import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.supervisor.core.Input;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the books of a run, from what goes in at the edge of the supervisor and what comes out: a fault of the core shows in
 * them, since the core has no hand in them. Numbers only, however many tests there are. The loop's.
 */
public final class Books {
    private final Path directory;
    private final Path file;
    private final RunBooks books;
    private final WallClock clock;
    private boolean lost;
    private @Nullable InHand inHand;
    private final Map<Integer, ClassInHand> hands = new HashMap<>();

    /** Under which names results of a class were heard; null where no class is withdrawn. */
    private @Nullable Map<String, Set<String>> heardUnder;

    /** What the provider would run, as a worker has said; null before that. */
    private @Nullable Set<String> kept;

    /** Classes that a worker gave back after their test set had ended. */
    private final Set<String> through = new HashSet<>();

    /** For a run with this directory, where nothing is written yet. */
    public Books(Path directory, RunHeader header) {
        this(directory, header, new WallClock());
    }

    Books(Path directory, RunHeader header, WallClock clock) {
        this.clock = clock;
        this.directory = directory;
        this.file = directory.resolve(BooksFile.NAME);
        this.books = new RunBooks(header);
    }

    /** Opens them on disk. The first worker need not wait for that; its tests do. */
    public void open() {
        clock.begins();
        write(to -> {
            BooksFile.begin(to, books.header());
            inHand = InHand.begin(directory);
        });
    }

    /** What is in them so far. */
    public RunBooks soFar() {
        return books;
    }

    /** These are to be run. */
    public void promised(List<String> classNames) {
        for (String name : classNames) {
            books.ofClass(name).promised++;
        }
    }

    /** Classes may turn out to be another machine's. */
    void mayWithdraw() {
        heardUnder = new HashMap<>();
    }

    /** Another machine has a class: it was not to be run here, whatever was heard of it. */
    void withdrawn(String className) {
        Set<String> sources = heardUnder == null ? null : heardUnder.remove(className);
        through.remove(className);
        books.forget(className, sources == null ? Set.of() : sources);
    }

    /** Something has reached the supervisor. */
    public void took(Input input) {
        if (input instanceof Input.FromWorker from) {
            heard(from.serial(), from.event());
        } else if (input instanceof Input.Given given) {
            promised(List.of(given.className()));
            books.ofClass(given.className()).leftOut |= kept != null && !kept.contains(given.className());
        } else if (input instanceof Input.Tick) {
            lookAtClock();
        } else if (input instanceof Input.SkipRest) {
            books.skipping = true;
        } else if (input instanceof Input.Exited exited) {
            if (hands.remove(exited.serial()) != null) {
                has(exited.serial(), "");
            }
        } else if (input instanceof Input.Shutdown && !books.cancelled) {
            books.cancelled = true;
            write(BooksFile::cancelled);
        }
    }

    private void heard(int serial, Event event) {
        ClassInHand hand = hands.get(serial);
        if (event instanceof Reported reported) {
            if (hand != null && hand.reportsTwice(reported.kind(), reported.report())) {
                String own = String.valueOf(reported.report().source());
                books.ofClass(own).begunTwice++; // which need not be the one in hand
            }
            if (reported.kind().isResult()) {
                SourceAccount of = books.ofSource(reported.report().source());
                boolean first = hand != null && !hand.again();
                count(first ? of.heardFirst : of.heardAgain, reported);
                if (heardUnder != null && hand != null) {
                    heardUnder
                            .computeIfAbsent(hand.of().name(), any -> new HashSet<>())
                            .add(of.name());
                }
            }
        } else if (event instanceof Event.NextTest) {
            giveBack(serial, hand);
        } else if (event instanceof Event.GoesOn next) {
            giveBack(serial, hand);
            hand(serial, next.className(), true).goneOnTo++;
        } else if (event instanceof Event.Planned plan && hand != null) {
            hand.of().planned += plan.tests().size();
        } else if (event instanceof Event.Ordered order) {
            Set<String> named = new HashSet<>(order.classes());
            kept = named;
            books.classes().forEach(of -> of.leftOut |= !named.contains(of.name()));
        } else if (event instanceof Event.StopOnNextTest) {
            books.skipping = true;
        }
    }

    /** The supervisor tells a worker something. */
    public void tells(int serial, Command command) {
        if (command instanceof Command.RunClass run) {
            hand(serial, run.className(), run.attempt() == 1);
        }
    }

    private ClassAccount hand(int serial, String className, boolean firstAttempt) {
        ClassAccount of = books.ofClass(className);
        of.handed++;
        // A class whose invocations are out of order is handed out again before Maven hears that its set has ended.
        boolean told = books.ofSource(className).setsEnded > 0;
        of.afterItsEnd += firstAttempt && told && through.contains(className) ? 1 : 0;
        hands.put(serial, new ClassInHand(of));
        has(serial, className);
        return of;
    }

    private void has(int serial, String className) {
        InHand open = inHand;
        if (open != null) {
            write(to -> open.has(serial, className));
        }
    }

    /** Of whatever workers still have in hand, Maven hears otherwise. */
    void nothingInHand() {
        Set.copyOf(hands.keySet()).forEach(serial -> has(serial, ""));
        hands.clear();
    }

    private void giveBack(int serial, @Nullable ClassInHand hand) {
        if (hand != null) {
            has(serial, "");
        }
        if (hand != null && hand.isThrough()) {
            through.add(hand.of().name());
        }
        hands.remove(serial);
    }

    /** Maven was told something. */
    public void toldMaven(Event event) {
        if (event instanceof Reported reported) {
            told(reported);
        } else if (event instanceof Logged line && line.message() != null) {
            SummaryLine.results(line.message()).ifPresent(results -> books.summary = results);
        }
    }

    private void told(Reported reported) {
        TestReport report = reported.report();
        SourceAccount source = books.ofSource(report.source());
        if (report.qualifiedSource() != null) {
            source.names().add(report.qualifiedSource());
        }
        if (report.sourceText() != null) {
            source.displayNames().add(report.sourceText());
        }
        if (reported.kind() == ReportKind.SET_STARTING) {
            source.setsBegun++;
        } else if (reported.kind() == ReportKind.SET_COMPLETED) {
            source.setsEnded++;
        } else if (reported.kind().isResult()) {
            count(report.rerun() ? source.toldAgain : source.told, reported);
        }
    }

    private static void count(Tally tally, Reported reported) {
        Outcome outcome =
                switch (reported.kind()) {
                    case FAILED -> Outcome.FAILED;
                    case ERROR -> Outcome.ERROR;
                    case SKIPPED, ABORTED -> Outcome.SKIPPED;
                    default -> Outcome.PASSED;
                };
        TestReport report = reported.report();
        tally.add(outcome, Hash.of(report.source(), report.name()));
    }

    /** What is written after it was set back looks as if it were from before. */
    private void lookAtClock() {
        if (!books.clockSetBack && clock.isSetBack()) {
            books.clockSetBack = true;
            write(BooksFile::clockSetBack);
        }
    }

    /** Closes them. Maven must not know yet that the run is over: it looks at once. */
    public void close() {
        lookAtClock();
        books.endedMillis = clock.millis();
        write(to -> BooksFile.end(to, books));
    }

    /** Books that are cut off would fail a build that may be right: where a disk is full, there are none. */
    private void write(Writing writing) {
        try {
            if (!lost) {
                writing.to(file);
            }
        } catch (IOException e) {
            lost = true;
            if (!file.toFile().delete()) {
                file.toFile().deleteOnExit();
            }
        }
    }

    private interface Writing {
        void to(Path file) throws IOException;
    }
}
