package io.github.isolation.books;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Books with anything in them, and what is in books in words, so that two of them can be compared. */
final class SomeBooks {
    private static final String ODD = "a.B$1 \t\n\r%+&\u00e9\u4e2d/\\=-";

    private final Random random;

    private SomeBooks(Random random) {
        this.random = random;
    }

    /** Closed ones. */
    static RunBooks anyClosed(long seed) {
        RunBooks books = new SomeBooks(new Random(seed)).open();
        books.endedMillis = 1 + (seed & 0xffff_ffffL);
        return books;
    }

    /** Header, marks, classes and test sets, all of them. */
    static List<String> words(RunBooks books) {
        List<String> words = new ArrayList<>();
        words.add(books.header().toString());
        words.add(books.skipping + " " + books.endedMillis + " " + books.summary);
        for (ClassAccount of : books.classes()) {
            words.add(of.name() + ": promised " + of.promised + ", handed " + of.handed + ", gone on to " + of.goneOnTo
                    + ", planned " + of.planned + ", heard " + of.heard + ", twice " + of.begunTwice + ", after "
                    + of.afterItsEnd + ", left out " + of.leftOut);
        }
        for (SourceAccount of : books.sources()) {
            words.add(of.name() + ": " + of.heardFirst.line() + ", " + of.heardAgain.line() + ", " + of.told.line()
                    + ", " + of.toldAgain.line() + ", " + of.setsBegun + ", " + of.setsEnded + ", " + of.names() + ", "
                    + of.displayNames());
        }
        return words;
    }

    private RunBooks open() {
        RunBooks books = new RunBooks(new RunHeader(
                "" + random.nextInt(99_999), random.nextLong(), text(), text(), text(), text(), number()));
        books.skipping = random.nextBoolean();
        books.summary = random.nextInt(50) - 1L;
        for (int i = random.nextInt(5); i > 0; i--) {
            ClassAccount of = books.ofClass(text());
            of.promised = number();
            of.handed = number();
            of.goneOnTo = number();
            of.planned = random.nextLong();
            of.heard = random.nextLong();
            of.begunTwice = random.nextLong();
            of.afterItsEnd = number();
            of.leftOut = random.nextBoolean();
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            SourceAccount of = books.ofSource(random.nextInt(5) == 0 ? null : text());
            of.heardFirst = tally();
            of.heardAgain = tally();
            of.told = tally();
            of.toldAgain = tally();
            of.setsBegun = number();
            of.setsEnded = number();
            for (int names = random.nextInt(4); names > 0; names--) {
                of.names().add(text());
                of.displayNames().add(text());
            }
        }
        return books;
    }

    private int number() {
        return random.nextInt(Integer.MAX_VALUE);
    }

    private Tally tally() {
        Tally tally = new Tally();
        for (int i = random.nextInt(4); i > 0; i--) {
            tally.add(List.of(Outcome.values()).get(random.nextInt(Outcome.ALL)), random.nextLong());
        }
        return tally;
    }

    private String text() {
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(ODD.charAt(random.nextInt(ODD.length())));
        }
        return text.toString();
    }
}
