package io.github.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Names over generated bases and texts (L10, L11, L13). */
class NamesPropertiesTest {
    private static final Map<Naming, Pattern> LEGAL = Map.of(
            Naming.POSTGRES_IDENTIFIER,
            Pattern.compile("[a-z_][a-z0-9_]{0,62}"),
            Naming.DNS_LABEL,
            Pattern.compile("(?!..--)[a-z]([a-z0-9-]{0,61}[a-z0-9])?"),
            Naming.S3_BUCKET,
            Pattern.compile("(?!xn--|sthree-|amzn-s3-demo-)[a-z0-9][a-z0-9-]{1,61}[a-z0-9](?<!-s3alias)"),
            Naming.KAFKA_TOPIC,
            Pattern.compile("[a-zA-Z0-9.-]{1,249}"),
            Naming.FILE_NAME,
            Pattern.compile("(?!(con|prn|aux|nul|com\\d|lpt\\d)(\\.|$))[a-z0-9._-]{0,254}[a-z0-9_-]"),
            Naming.JMX_NAME,
            Pattern.compile("[^,=:\"*?\\n\\r ]{1,255}"),
            Naming.POSTGRES_IDENTIFIER.atMost(40),
            Pattern.compile("[a-z_][a-z0-9_]{0,39}"));

    @Property(tries = 10_000)
    void everyNameIsLegalForItsBackend(
            @ForAll("bases") String base, @ForAll("forks") Names fork, @ForAll("namings") Naming naming) {
        for (String name : List.of(fork.name(base, naming), fork.uniqueName(base, naming))) {
            assertTrue(LEGAL.get(naming).matcher(name).matches(), name);
            assertTrue(name.length() == name.getBytes(StandardCharsets.UTF_8).length, name);
        }
    }

    @Property(tries = 20_000)
    void twoBasesNeverBecomeOneName(
            @ForAll("pairs") List<String> pair, @ForAll("forks") Names fork, @ForAll("namings") Naming naming) {
        String one = fork.name(pair.get(0), naming);
        String other = fork.name(pair.get(1), naming);
        boolean same = pair.get(0).equals(pair.get(1));
        assertEquals(same, one.equals(other), one + " and " + other);
        if (naming == Naming.FILE_NAME && !same) {
            assertNotEquals(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
        }
        if (naming == Naming.KAFKA_TOPIC && !same) {
            assertNotEquals(one.replace('.', '_'), other.replace('.', '_'));
        }
    }

    /** In bytes, whatever the characters: one that takes four is not cut in two. */
    @Property(tries = 10_000)
    void aLimitHoldsForAnyTextAndTellsNamesApart(
            @ForAll("pairs") List<String> pair,
            @ForAll("forks") Names fork,
            @ForAll @IntRange(min = Naming.SHORTEST_LIMIT, max = 80) int limit) {
        Naming naming = Naming.ANY.atMost(limit);
        String one = fork.name(pair.get(0) + "\ud83d\ude00".repeat(20), naming);
        String other = fork.uniqueName(pair.get(1) + "\ud83d\ude00".repeat(20), naming);
        for (String name : List.of(one, other)) {
            assertTrue(name.getBytes(StandardCharsets.UTF_8).length <= limit, name);
            assertTrue(isWhole(name) || !isWhole(pair.get(0)) || !isWhole(pair.get(1)), name);
        }
        assertNotEquals(one, other);
        assertEquals(one, fork.name(pair.get(0) + "\ud83d\ude00".repeat(20), naming), "the same base, the same name");
    }

    /** Whether no character of it is a half. */
    private static boolean isWhole(String text) {
        return text.equals(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    @Example
    void aLimitOnlyEverGetsTighter() {
        Names fork = new Names(new Fork("2", 4, "3fa2b1c0", Path.of("forks/2"), 1));
        String text = "a".repeat(300);
        assertEquals(63, fork.name(text, Naming.DNS_LABEL.atMost(200)).length());
        assertEquals(
                40, fork.name(text, Naming.KAFKA_TOPIC.atMost(100).atMost(40)).length());
    }

    @Property(tries = 10_000)
    void normalizeUndoesNamesWhereverTheyStand(
            @ForAll("bases") String base,
            @ForAll("words") String before,
            @ForAll("words") String after,
            @ForAll("forks") Names fork,
            @ForAll("namings") Naming naming) {
        for (String name : List.of(fork.name(base, naming), fork.uniqueName(base, naming))) {
            assertEquals(before + base + after + " " + base, fork.normalize(before + name + after + " " + name));
        }
    }

    @Property
    void namesOfTwoForksNeverMeet(@ForAll("pairs") List<String> pair, @ForAll("namings") Naming naming) {
        assertNotEquals(
                new Names(fork("1")).name(pair.get(0), naming), new Names(fork("11")).name(pair.get(1), naming));
    }

    /** Of all kinds, and often too long. No text in them looks like the end of a name: that would not be told apart. */
    @Provide
    Arbitrary<String> bases() {
        return Arbitraries.oneOf(
                        words(),
                        Arbitraries.strings()
                                .alpha()
                                .numeric()
                                .withChars("-_. :/A\u00e4\ud83d\ude00")
                                .ofMaxLength(300))
                .filter(text -> !text.toLowerCase(Locale.ROOT).matches("(?s).*[-_](fork|run0000).*"));
    }

    /** Near to each other: the same beginning, another case, another separator. */
    @Provide
    Arbitrary<List<String>> pairs() {
        Arbitrary<String> ends =
                Arbitraries.of("", "a", "A", "-", "_", ".", "a-b", "a_b", "a.b", "a--b", " ", "\u00e4", "1");
        return Combinators.combine(bases(), ends, ends).as((base, one, other) -> List.of(base + one, base + other));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().ascii().ofMaxLength(40).filter(text -> !text.toLowerCase(Locale.ROOT)
                .matches("(?s).*[-_](fork|run0000).*"));
    }

    @Provide
    Arbitrary<Naming> namings() {
        return Arbitraries.of(LEGAL.keySet());
    }

    @Provide
    Arbitrary<Names> forks() {
        return Arbitraries.of("main", "1", "2", "25", "9999").map(slot -> new Names(fork(slot)));
    }

    private static Fork fork(String slot) {
        return new Fork(slot, 4, "run00001", Path.of(slot), 1);
    }
}
