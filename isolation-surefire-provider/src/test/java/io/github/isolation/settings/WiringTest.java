package io.github.isolation.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What Maven hands over arrives as it was: the words of an argLine, and a supervisor of the right size. */
class WiringTest {
    @Property
    void wordsArriveAsTheyWere(@ForAll("words") List<String> words) {
        assertEquals(words, Wiring.wordsOf(Wiring.argLineOf(words)));
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars("\"'\\\t$@{}äé漢")
                .ofMinLength(1)
                .ofMaxLength(30)
                .list()
                .ofMaxSize(8);
    }

    @Example
    void noArgLineHasNoWords() {
        assertEquals("", Wiring.argLineOf(List.of()));
        assertEquals(List.of(), Wiring.wordsOf(""));
    }

    @Example
    void theHeapIsWhatWasMeasuredToBeEnough() {
        assertEquals("-Xmx64m", Wiring.supervisorHeap(1));
        assertEquals("-Xmx88m", Wiring.supervisorHeap(4));
    }

    /** {@code forkCount=0} runs tests in Maven's JVM; {@code 2147483647} was tried by somebody. */
    @Property
    void theHeapGrowsWithTheForksAndHasAnEnd(@ForAll @IntRange(min = 0) int forks) {
        int megabytes = megabytes(Wiring.supervisorHeap(forks));
        assertTrue(megabytes >= 64 && megabytes <= 8_056, () -> megabytes + " MB for " + forks);
        if (forks > 1 && forks < 1_000) {
            assertEquals(megabytes - 8, megabytes(Wiring.supervisorHeap(forks - 1)));
        }
    }

    @Property
    void theHeapIsKnownAsTheSupervisorsOwn(@ForAll @IntRange(min = 0) int forks) {
        assertTrue(Wiring.isSupervisors(Wiring.supervisorHeap(forks)));
    }

    @Example
    void optionsOfTheUserAreNotTheSupervisors() {
        Wiring.SUPERVISOR_OPTIONS.forEach(option -> assertTrue(Wiring.isSupervisors(option), option));
        for (String option : List.of("-Xmx2g", "-Xms16", "-ea", "-XX:+UseG1GC", "-Da=-Xmx64m", "")) {
            assertFalse(Wiring.isSupervisors(option), option);
        }
    }

    /** Surefire looks for ${...}, and for @{...} before that; neither may be in what it is to leave alone. */
    @Example
    void whatStandsForANumberIsNothingThatSurefireReplaces() {
        assertEquals("@isolation.port.http@", Wiring.portPlaceholder("http"));
        for (String placeholder : List.of(Wiring.FORK_NUMBER, Wiring.portPlaceholder("http"))) {
            assertTrue(placeholder.matches("@[A-Za-z.]+@"), placeholder);
        }
    }

    private static int megabytes(String option) {
        return Integer.parseInt(option.substring("-Xmx".length(), option.length() - 1));
    }
}
