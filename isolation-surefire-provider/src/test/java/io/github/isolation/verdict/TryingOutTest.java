package io.github.isolation.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.findings.Finding;
import io.github.isolation.findings.Finding.Section;
import io.github.isolation.record.TriedFact;
import io.github.isolation.trial.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** In which order things are tried out, and what is said when there is no time, or no worker. */
final class TryingOutTest extends TriedSuite {
    /** It goes first when all that counts has had its turn, and nobody goes first twice. */
    @Test
    void whatIsProbablyHarmlessIsTriedLast() throws Exception {
        hasClass("Sets", Map.of("sets", always(Outcome.PASSED)));
        hasClass("Caches", Map.of("fills", always(Outcome.PASSED)));
        hasClass("Caches2", Map.of("fills", always(Outcome.PASSED)));
        hasClass("Binds", Map.of("binds", always(Outcome.PASSED)));
        Finding cache = found(Section.HARMLESS, "cache", "Caches.fills", "Caches2.fills");
        Finding other = found(Section.HARMLESS, "other cache", "Sets.sets");
        found(Section.LEFT, "x", "Sets.sets");
        found(Section.CLASHES, "port 1 (TCP)", "Binds.binds", "Plain.passes");
        tryOut();
        List<List<String>> all = triedClasses().stream()
                .filter(one -> one.size() == order.size())
                .toList();
        assertEquals(
                List.of("Sets", "Plain", "Caches", "Caches2", "Plain"),
                all.stream().map(one -> one.get(0)).toList());
        assertEquals(all.get(2), trials.get(trials.size() - 3).classes(), "behind those of the port");
        assertEquals(2 + 3 + 3, trials.size());
        String nobody = "all other tests ran after it in 1 run: none was seen to fail because of it";
        assertSeen(
                cache,
                false,
                "all other tests ran after it in 2 runs, and after the others that leave something: none was seen to fail"
                        + " because of it");
        assertSeen(other, false, nobody);
    }

    @Test
    void whatIsForInformationIsNotTriedAndNothingIsSaid() throws Exception {
        found(Section.DIFFERENCES, "/file", "Plain");
        found(Section.HARMLESS, "the shutdown hooks", "Plain.passes");
        found(Section.SERVICES, "db:5432", "Plain.passes");
        tryOut();
        assertEquals(List.of(), lines);
        assertEquals(List.of(), facts);
    }

    @Test
    void whenMavenEndsItInTheMiddleNothingMoreIsSaid() throws Exception {
        hasClass("Sets", Map.of("sets", always(Outcome.PASSED)));
        found(Section.LEFT, "x", "Sets.sets");
        mostTrials = 1;
        tryOut();
        assertEquals(1, lines.size(), lines::toString);
        assertEquals(
                List.of(), facts.stream().filter(TriedFact.class::isInstance).toList());
    }

    @Test
    void whenRunsAreUsedUpThatIsSaidOfEachThatWasNotTried() throws Exception {
        hasClass("Binds", Map.of("binds", always(Outcome.PASSED)));
        hasClass("Sets", Map.of("sets", always(Outcome.PASSED)));
        Finding left = found(Section.LEFT, "x", "Sets.sets");
        Finding port = found(Section.CLASHES, "port 1 (TCP)", "Binds.binds", "Plain.passes");
        runs = 0;
        tryOut();
        assertSeen(left, false, "not tried to the end: there was no time left");
        assertSeen(port, false, "not tried to the end: there was no time left");
        assertEquals(
                "isolation: audit: 0 of 2 candidates confirmed, by 0 worker runs; there was no time for all. More"
                        + " (isolation.auditBudget) may help",
                lines.get(1));
    }

    /** Whether it was the first part of the work, or the last. */
    @Test
    void whereThereWasTimeForSomeOfItThatIsSaid() throws Exception {
        hasClass("Sets", Map.of("sets", always(Outcome.PASSED)));
        Finding left = found(Section.LEFT, "x", "Sets.sets");
        runs = 1; // after it, and not before it
        tryOut();
        assertSeen(left, false, "not tried to the end: there was no time left");
        assertTrue(lines.get(1).contains("; there was no time for all."), lines.get(1));
        findings.clear();
        facts.clear();
        Finding cache = found(Section.HARMLESS, "cache", "Sets.sets");
        tryOut();
        assertSeen(cache, false, "not tried to the end: there was no time left");
        assertTrue(lines.get(3).contains("; there was no time for all."), lines.get(3));
    }

    @Test
    void aTrialThatCannotBeMadeIsSaid() throws Exception {
        hasClass("Binds", Map.of("binds", always(Outcome.PASSED)));
        hasClass("Sets", Map.of("sets", always(Outcome.PASSED)));
        Finding left = found(Section.LEFT, "x", "Sets.sets");
        Finding port = found(Section.CLASHES, "port 1 (TCP)", "Binds.binds", "Plain.passes");
        problem = "no worker starts";
        tryOut();
        assertSeen(left, false, "a run of all tests after it came to nothing: no worker starts");
        assertSeen(port, false, "a run of Binds and Plain at once came to nothing: no worker starts");
        assertTrue(lines.get(1).endsWith("; a trial came to nothing: no worker starts"), lines.get(1));
    }

    @Test
    void whenMavenHasEndedItNothingIsTriedOrSaid() throws Exception {
        hasClass("Sets", Map.of("sets", always(Outcome.PASSED)));
        found(Section.LEFT, "x", "Sets.sets");
        cancelled = true;
        tryOut();
        assertEquals(List.of(), lines);
        assertEquals(List.of(), trials);
    }
}
