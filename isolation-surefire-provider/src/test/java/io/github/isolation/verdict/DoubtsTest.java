package io.github.isolation.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.findings.Finding;
import io.github.isolation.findings.Finding.Section;
import io.github.isolation.record.TriedFact;
import io.github.isolation.trial.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When what was seen may have another cause, and so confirms nothing; and when there is none. */
final class DoubtsTest extends TriedSuite {
    @Test
    void aThreadThatIsStillAtWorkIsConfirmedByWhomItDisturbs() throws Exception {
        hasClass("Reads", Map.of("reads", failsAfter("Starts.starts")));
        hasClass("Starts", Map.of("starts", always(Outcome.PASSED)));
        Finding thread = found(Section.AT_WORK, "the thread 't' of Starts.starts", "Starts.starts", "Plain.passes");
        tryOut();
        assertSeen(thread, true, "Reads.reads failed after Starts in 4 of 4 runs, passed alone in 4 of 4");
        assertEquals(List.of("Starts", "Plain", "Reads"), trials.get(0).classes(), "who was there has left nothing");
    }

    @Test
    void aThreadAndAFieldAreTwoThings() throws Exception {
        hasClass("Reads", Map.of("reads", failsAfter("Starts.starts")));
        hasClass("Starts", Map.of("starts", always(Outcome.PASSED)));
        Finding thread = found(Section.AT_WORK, "the thread 't' of Starts.starts", "Starts.starts", "Plain.passes");
        Finding field = found(Section.LEFT, "x", "Starts.starts");
        tryOut();
        assertFalse(of(thread).confirmed() || of(field).confirmed());
    }

    /** It is by the file that the thread does harm; another line of the same test is another matter. */
    @Test
    void whatAThreadDoesToAFileOfBothIsNoOtherThing() throws Exception {
        hasClass("Reads", Map.of("reads", failsAfter("Starts.starts")));
        hasClass("Starts", Map.of("starts", always(Outcome.PASSED)));
        Finding thread =
                foundAt(Section.AT_WORK, "the thread 't'", at("Starts.starts", "line 1"), at("Plain.passes", ""));
        foundAt(Section.CLASHES, "/file", at("Starts.starts", "line 1"), at("Reads.reads", "line 2"));
        tryOut();
        assertTrue(of(thread).confirmed(), of(thread)::line);
        facts.clear();
        foundAt(Section.CLASHES, "/other", at("Starts.starts", "line 3"), at("Reads.reads", "line 4"));
        tryOut();
        assertFalse(of(thread).confirmed(), of(thread)::line);
    }

    /** Somebody writes the log of the build, say, in the module, while each class runs. */
    @Test
    void aFileThatChangesWhateverRunsIsNoOtherThing() throws Exception {
        hasClass("Reads", Map.of("reads", failsAfter("Sets.sets")));
        hasClass("Sets", Map.of("sets", always(Outcome.PASSED)));
        hasClass("Binds", Map.of("binds", always(Outcome.PASSED)));
        hasClass("Serves", Map.of("serves", failsBeside("Binds")));
        Finding left = found(Section.LEFT, "x", "Sets.sets");
        Finding port = found(Section.CLASHES, "port 1 (TCP)", "Binds.binds", "Serves.serves");
        Finding log = found(Section.DIFFERENCES, "/log", "Binds", "Serves", "Sets", "Reads");
        tryOut();
        assertTrue(of(left).confirmed(), of(left)::line);
        assertTrue(of(port).confirmed(), of(port)::line);
        assertFalse(of(log).confirmed(), of(log)::line);
    }

    @Test
    void whatIsProbablyHarmlessIsConfirmedIfATestMindsItAndThereIsNothingElse() throws Exception {
        hasClass("Reads", Map.of("reads", failsAfter("Sets.bean")));
        hasClass("Sets", Map.of("bean", always(Outcome.PASSED), "zone", always(Outcome.PASSED)));
        Finding beans = found(Section.HARMLESS, "the MBeans", "Sets.bean");
        found(Section.HARMLESS, "the shutdown hooks", "Sets.bean"); // nobody can notice
        Finding zone = found(Section.LEFT, "zone", "Sets.zone");
        tryOut();
        assertSeen(beans, true, "Reads.reads failed after Sets.bean in 4 of 4 runs, passed alone in 4 of 4");
        assertSeen(zone, false, "all other tests ran after it in 1 run: none was seen to fail because of it");
    }

    /** It is the method that counts: its class leaves something else as well. */
    @Test
    void ofAClassWithSeveralPollutersOnlyThatOneIsConfirmed() throws Exception {
        hasClass("Reads", Map.of("reads", failsAfter("Sets.zone")));
        hasClass("Sets", Map.of("locale", always(Outcome.PASSED), "zone", always(Outcome.PASSED)));
        Finding zone = found(Section.LEFT, "zone", "Sets.zone");
        Finding locale = found(Section.LEFT, "locale", "Sets.locale");
        tryOut();
        assertSeen(zone, true, "Reads.reads failed after Sets.zone in 4 of 4 runs, passed alone in 4 of 4");
        assertSeen(locale, false, "all other tests ran after it in 1 run: none was seen to fail because of it");
    }

    @Test
    void oneThatLeavesTwoThingsConfirmsNeither() throws Exception {
        hasClass("Reads", Map.of("reads", failsAfter("Sets.both")));
        hasClass("Sets", Map.of("both", always(Outcome.PASSED)));
        Finding one = found(Section.LEFT, "one", "Sets.both");
        Finding other = found(Section.LEFT, "other", "Sets.both");
        tryOut();
        String seen =
                "Reads.reads failed after Sets in 4 of 4 runs, passed alone in 4 of 4; Sets leaves 2 things, and which"
                        + " of them it is was not tried";
        assertSeen(one, false, seen);
        assertSeen(other, false, seen);
    }

    /** What is left may be in a file that both use. */
    @Test
    void oneThatSharesAFileWithItsVictimDoesNotConfirmIt() throws Exception {
        hasClass("Reads", Map.of("reads", failsAfter("Sets.sets")));
        hasClass("Sets", Map.of("sets", always(Outcome.PASSED)));
        Finding left = found(Section.LEFT, "x", "Sets.sets");
        found(Section.CLASHES, "/file", "Sets.sets", "Reads.reads");
        tryOut();
        assertFalse(of(left).confirmed());
        String doubt = "; they share a file, a port or a service as well, and which it is was not tried";
        assertTrue(of(left).seen().get(0).endsWith(doubt), of(left).seen()::toString);
    }

    @Test
    void ofTwoThingsThatClassesShareTheOneIsConfirmedThatTheFailingTestUses() throws Exception {
        hasClass("Binds", Map.of("binds", always(Outcome.PASSED)));
        hasClass("Serves", Map.of("serves", failsBeside("Binds"), "writes", always(Outcome.PASSED)));
        Finding port = found(Section.CLASHES, "port 1 (TCP)", "Binds.binds", "Serves.serves");
        Finding file = found(Section.CLASHES, "/file", "Binds.binds", "Serves.writes");
        tryOut();
        assertTrue(of(port).confirmed());
        assertSeen(file, false, "Serves.serves failed beside Binds, and has nothing to do with it itself");
    }

    /** Of many that use it only some are named, and the failing test may be another one. */
    @Test
    void whereNotAllAreNamedTheFailingTestMayBeOneOfThem() throws Exception {
        hasClass("Binds", Map.of("binds", always(Outcome.PASSED)));
        hasClass("Serves", Map.of("serves", failsBeside("Binds")));
        String[] tests = new String[10];
        Arrays.setAll(tests, i -> i == 9 ? "Serves.other" : "Binds.binds" + i);
        Finding port = found(Section.CLASHES, "port 1 (TCP)", tests);
        tryOut();
        assertTrue(of(port).confirmed(), of(port)::line);
    }

    @Test
    void ofTwoThingsThatTheFailingTestUsesNeitherIsConfirmed() throws Exception {
        hasClass("Binds", Map.of("binds", always(Outcome.PASSED)));
        hasClass("Serves", Map.of("serves", failsBeside("Binds")));
        Finding port = found(Section.CLASHES, "port 1 (TCP)", "Binds.binds", "Serves.serves");
        found(Section.SERVICES, "db:5432", "Binds.binds", "Serves"); // its class does, before all tests
        tryOut();
        assertSeen(
                port,
                false,
                "Serves.serves failed beside Binds in 5 of 5 runs, passed alone in 4 of 4; they share 2 things, and which of"
                        + " them it is was not tried");
        assertEquals(1, facts.stream().filter(TriedFact.class::isInstance).count(), "of a service, nothing is tried");
    }

    /** By native code, say. That nobody minds what the class leaves is not said then. */
    @Test
    void whatAMethodDoesThatWasSeenToLeaveNothingIsSaid() throws Exception {
        hasClass("Reads", Map.of("reads", failsAfter("Sets.natively")));
        hasClass("Sets", Map.of("locale", always(Outcome.PASSED), "natively", always(Outcome.PASSED)));
        Finding locale = found(Section.LEFT, "locale", "Sets.locale");
        tryOut();
        assertSeen(
                locale,
                false,
                "Reads.reads failed after Sets.natively in 4 of 4 runs, passed alone in 4 of 4; Sets.natively was not seen to"
                        + " leave this");
    }
}
