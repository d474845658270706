package io.github.isolation.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.findings.Finding;
import io.github.isolation.findings.Finding.Section;
import io.github.isolation.findings.Finding.Witness;
import io.github.isolation.findings.TestName;
import io.github.isolation.findings.Tried;
import io.github.isolation.record.Fact;
import io.github.isolation.record.TrialFact;
import io.github.isolation.record.TriedFact;
import io.github.isolation.trial.Outcome;
import io.github.isolation.trial.Piece;
import io.github.isolation.trial.TestRef;
import io.github.isolation.trial.Trial;
import io.github.isolation.trial.TrialResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is confirmed in suites in which it is known who does what to whom, and what is not. */
class TryingOutTest {
    /** What a test does with what is in its JVM, and beside it. */
    private interface Rule {
        Outcome of(String before, String beside);
    }

    @TempDir
    private Path directory;

    private final ARecord record = new ARecord();
    private final Map<String, Map<String, Rule>> suite = new HashMap<>();
    private final List<String> order = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Trial> trials = new ArrayList<>();
    private final Map<String, String> groups = new HashMap<>();
    private final Map<String, String> failsAt = new HashMap<>();
    private String problem = "";
    private int runs = 1_000;
    private int mostTrials = Integer.MAX_VALUE;
    private boolean cancelled;

    @BeforeEach
    void someThatHaveNothingToDoWithIt() {
        hasClass("Plain", Map.of("passes", (before, beside) -> Outcome.PASSED));
    }

    private void hasClass(String name, Map<String, Rule> methods) {
        suite.put(name, methods);
        order.add(name);
        record.hands(1, name);
        methods.keySet().stream().sorted().forEach(method -> record.test(1, method, "passed"));
        record.over(1, 10);
    }

    private static Rule always(Outcome outcome) {
        return (before, beside) -> outcome;
    }

    private static Rule failsAfter(String polluter) {
        return (before, beside) -> before.contains(polluter) ? Outcome.FAILED : Outcome.PASSED;
    }

    private static Rule needs(String helper) {
        return (before, beside) -> before.contains(helper) ? Outcome.PASSED : Outcome.FAILED;
    }

    private static Rule failsBeside(String other) {
        return (before, beside) -> beside.contains(other) ? Outcome.FAILED : Outcome.PASSED;
    }

    private Finding found(Section section, String resource, String... tests) {
        List<Witness> witnesses = Arrays.stream(tests)
                .map(test -> test.split("\\.", 2))
                .map(parts -> new Witness(new TestName(parts[0], parts.length == 1 ? "" : parts[1]), "does", ""))
                .toList();
        Finding finding = new Finding(section, section.word() + " " + resource, resource, witnesses, "", "", Tried.NOT);
        findings.add(finding);
        return finding;
    }

    /** In a line that a thread has. */
    private static Witness at(String test, String line) {
        String[] parts = test.split("\\.", 2);
        return new Witness(new TestName(parts[0], parts[1]), "does", line);
    }

    private Finding foundAt(Section section, String resource, Witness... witnesses) {
        Finding finding =
                new Finding(section, section.word() + " " + resource, resource, List.of(witnesses), "", "", Tried.NOT);
        findings.add(finding);
        return finding;
    }

    private List<List<String>> triedClasses() {
        return trials.stream().map(Trial::classes).toList();
    }

    private void tryOut() throws Exception {
        Cases known = Cases.of(record.in(directory), null, suite::containsKey);
        Budget budget = new Budget(Duration.ofHours(1), runs, () -> 0);
        new TryingOut(new Suite(), budget, new Heard(), known, order, groups)
                .run(new Suspects(findings, suite::containsKey));
    }

    private TriedFact of(Finding finding) {
        return facts.stream()
                .filter(TriedFact.class::isInstance)
                .map(TriedFact.class::cast)
                .filter(one -> one.finding().equals(finding.id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(finding.id() + " is not in " + facts));
    }

    private void assertSeen(Finding finding, boolean confirmed, String... seen) {
        assertEquals(new TriedFact(100, finding.id(), confirmed, List.of(seen)), of(finding));
    }

    /** Nobody failed in the run itself: the victim came first. */
    @Test
    void whoPassesAloneAndFailsAfterThePolluterConfirmsIt() throws Exception {
        hasClass("Reads", Map.of("reads", failsAfter("Sets.sets")));
        hasClass("Sets", Map.of("sets", always(Outcome.PASSED)));
        Finding left = found(Section.LEFT, "x", "Sets.sets");
        tryOut();
        assertSeen(left, true, "Reads.reads failed after Sets in 4 of 4 runs, passed alone in 4 of 4");
        assertEquals(List.of("Sets", "Plain", "Reads"), trials.get(0).classes());
        assertEquals(
                List.of(
                        "isolation: audit: trying out 1 candidate, in workers of their own",
                        "isolation: audit: 1 of 1 candidate confirmed, by " + trials.size() + " worker runs"),
                lines);
        assertEquals(
                trials.size(),
                facts.stream().filter(TrialFact.class::isInstance).count());
    }

    @Test
    void whereNobodyMindsItStaysACandidate() throws Exception {
        hasClass("Sets", Map.of("sets", always(Outcome.PASSED)));
        Finding left = found(Section.LEFT, "x", "Sets.sets");
        tryOut();
        assertSeen(left, false, "all other tests ran after it in 1 run: none was seen to fail because of it");
        // After it, and before it, whether anybody needs it.
        assertEquals(List.of(List.of("Sets", "Plain"), List.of("Plain", "Sets")), triedClasses());
    }

    /** In the run itself it came behind, as always. */
    @Test
    void whoFailsUnlessThePolluterWasThereConfirmsIt() throws Exception {
        hasClass("Sets", Map.of("sets", always(Outcome.PASSED)));
        hasClass("Uses", Map.of("uses", needs("Sets.sets")));
        Finding left = found(Section.LEFT, "x", "Sets.sets");
        tryOut();
        assertSeen(left, true, "Uses.uses passed after Sets in 4 of 4 runs, failed alone in 4 of 4");
    }

    /** The polluter's line is with the finding. */
    @Test
    void whereTheVictimFailsIsSaid() throws Exception {
        hasClass("Sets", Map.of("sets", always(Outcome.PASSED)));
        hasClass("Uses", Map.of("uses", needs("Sets.sets")));
        hasClass("Reads", Map.of("reads", failsAfter("Sets.sets")));
        failsAt.put("Uses", "Uses.uses(Uses.java:1)");
        failsAt.put("Reads", "Reads.reads(Reads.java:2)");
        Finding left = found(Section.LEFT, "x", "Sets.sets");
        tryOut();
        assertSeen(
                left,
                true,
                "Reads.reads failed after Sets in 4 of 4 runs, passed alone in 4 of 4; it fails at Reads.reads(Reads.java:2)",
                "Uses.uses passed after Sets in 4 of 4 runs, failed alone in 4 of 4; it fails at Uses.uses(Uses.java:1)");
    }

    /** Before the polluter and after it: that is nobody's fault but its own. */
    @Test
    void whoFailsInEitherOrderNeedsNobody() throws Exception {
        hasClass("Sets", Map.of("sets", always(Outcome.PASSED)));
        hasClass("Fails", Map.of("fails", always(Outcome.FAILED)));
        found(Section.LEFT, "x", "Sets.sets");
        tryOut();
        // Two of all classes; then alone, and after the polluter, twice each at most.
        assertEquals(2, triedClasses().stream().filter(one -> one.size() == 3).count());
        assertEquals(2, triedClasses().stream().filter(one -> one.size() == 1).count());
    }

    @Test
    void aPolluterThatFailsByItselfIsNotQuestioned() throws Exception {
        hasClass("Sets", Map.of("sets", always(Outcome.FAILED)));
        found(Section.LEFT, "x", "Sets.sets");
        tryOut();
        assertEquals(List.of(List.of("Sets", "Plain"), List.of("Plain", "Sets")), triedClasses());
    }

    @Test
    void inASuiteOfOneClassThereIsNobodyToMind() throws Exception {
        suite.clear();
        order.clear();
        hasClass("Sets", Map.of("sets", always(Outcome.PASSED)));
        found(Section.LEFT, "x", "Sets.sets");
        tryOut();
        assertEquals(List.of(), trials);
        assertEquals(List.of(), facts, "that there was no time for it is not said");
    }

    /** All others are innocent by their nature: they leave nothing. */
    @Test
    void onlyThoseThatLeaveSomethingAreSuspected() throws Exception {
        hasClass("Reads", Map.of("reads", failsAfter("Sets.sets")));
        hasClass("Sets", Map.of("sets", always(Outcome.PASSED)));
        found(Section.LEFT, "x", "Sets.sets");
        tryOut();
        assertEquals(
                List.of(List.of("Sets", "Plain", "Reads"), List.of("Plain", "Reads", "Sets")),
                triedClasses().stream().filter(one -> one.contains("Plain")).toList());
    }

    /** First who ran first, and the next one is asked about the culprit of the one before, before anybody else. */
    @Test
    void whoHasDoneItToOneIsSuspectedFirstAtTheNext() throws Exception {
        hasClass("Zeta", Map.of("reads", failsAfter("Sets1.sets")));
        hasClass("Alpha", Map.of("reads", failsAfter("Sets1.sets")));
        for (int i = 0; i < 4; i++) {
            hasClass("Sets" + i, Map.of("sets", always(Outcome.PASSED)));
            found(Section.LEFT, "x" + i, "Sets" + i + ".sets");
        }
        tryOut();
        List<List<String>> ofSome =
                triedClasses().stream().filter(one -> one.size() < order.size()).toList();
        int alpha = ofSome.indexOf(List.of("Alpha"));
        assertTrue(ofSome.indexOf(List.of("Zeta")) < alpha, ofSome::toString);
        assertEquals(List.of("Sets1", "Alpha"), ofSome.get(alpha + 1));
    }

    /** Who comes behind a test has not done it, whatever it has done to another. */
    @Test
    void whoComesBehindIsNotSuspected() throws Exception {
        hasClass("Early", Map.of("sets", always(Outcome.PASSED)));
        hasClass("Middle", Map.of("sets", failsAfter("Late.sets")));
        hasClass("Late", Map.of("sets", always(Outcome.PASSED)));
        hasClass("Reads", Map.of("reads", failsAfter("Early.sets")));
        found(Section.LEFT, "x", "Early.sets");
        found(Section.LEFT, "y", "Middle.sets");
        Finding late = found(Section.LEFT, "z", "Late.sets");
        tryOut();
        assertTrue(of(late).confirmed());
        assertFalse(triedClasses().contains(List.of("Early", "Middle")), triedClasses()::toString);
    }

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
    void aFileThatChangesDuringManyClassesIsNobodysAndNotTried() throws Exception {
        String[] classes = new String[10];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = "Uses" + i;
            hasClass(classes[i], Map.of("a", failsBeside("Uses")));
        }
        found(Section.DIFFERENCES, "/log", classes);
        tryOut();
        assertEquals(List.of(), trials);
        Finding file = found(Section.DIFFERENCES, "/file", "Uses0", "Uses1");
        tryOut();
        assertTrue(of(file).confirmed(), of(file)::line);
    }

    /** By whom is not known, and no line is; that two classes do not bear each other is. */
    @Test
    void aFileThatChangedDuringTwoClassesIsConfirmedIfTheyDoNotBearEachOther() throws Exception {
        hasClass("Runs", Map.of("runs", always(Outcome.PASSED)));
        hasClass("Starts", Map.of("starts", failsBeside("Runs")));
        Finding file = found(Section.DIFFERENCES, "/file", "Runs", "Starts");
        tryOut();
        assertSeen(file, true, "Starts.starts failed beside Runs in 5 of 5 runs, passed alone in 4 of 4");
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

    /** The second run is the other way round. */
    @Test
    void aPolluterMayBeTheVictimOfALaterOne() throws Exception {
        hasClass("First", Map.of("sets", failsAfter("Second.sets")));
        hasClass("Second", Map.of("sets", always(Outcome.PASSED)));
        Finding first = found(Section.LEFT, "x", "First.sets");
        Finding second = found(Section.LEFT, "y", "Second.sets");
        tryOut();
        assertSeen(second, true, "First.sets failed after Second in 4 of 4 runs, passed alone in 4 of 4");
        assertTrue(
                trials.stream()
                        .map(trial -> trial.lanes().get(0))
                        .filter(lane -> lane.size() < order.size())
                        .noneMatch(lane -> lane.get(lane.size() - 1).isWhole()),
                "of a victim, only the test is run");
        assertSeen(
                first,
                false,
                "all other tests ran after it in 2 runs, and after the others that leave something: none was seen to fail"
                        + " because of it");
    }

    @Test
    void whoFailsAloneAsWellConfirmsNothing() throws Exception {
        hasClass("Reads", Map.of("reads", always(Outcome.FAILED)));
        hasClass("Sets", Map.of("sets", always(Outcome.PASSED)));
        Finding left = found(Section.LEFT, "x", "Sets.sets");
        tryOut();
        assertSeen(left, false, "all other tests ran after it in 1 run: none was seen to fail because of it");
    }

    /** Each failing test would take a dozen of runs. */
    @Test
    void moreThanAFewOfAClassAreNotQuestionedAndThatIsSaid() throws Exception {
        Map<String, Rule> many = new HashMap<>();
        for (int i = 0; i < 5; i++) {
            many.put("reads" + i, always(Outcome.FAILED));
        }
        hasClass("Reads", many);
        hasClass("Sets", Map.of("sets", always(Outcome.PASSED)));
        Finding left = found(Section.LEFT, "x", "Sets.sets");
        tryOut();
        assertSeen(
                left,
                false,
                "all other tests ran after it in 1 run: none was seen to fail because of it, and of those that failed then,"
                        + " 2 were not looked at");
    }

    /** In both orders they fail, and count once. */
    @Test
    void beyondSoManyInAllNobodyIsQuestionedEither() throws Exception {
        for (int i = 0; i < 5; i++) {
            hasClass(
                    "Reads" + i,
                    Map.of("a", always(Outcome.FAILED), "b", always(Outcome.FAILED), "c", always(Outcome.FAILED)));
        }
        hasClass("Sets", Map.of("sets", always(Outcome.PASSED)));
        hasClass("Sets2", Map.of("sets", always(Outcome.PASSED)));
        Finding left = found(Section.LEFT, "x", "Sets.sets", "Sets2.sets");
        tryOut();
        assertSeen(
                left,
                false,
                "all other tests ran after it in 2 runs, and after the others that leave something: none was seen to fail"
                        + " because of it, and of those that failed then, 3 were not looked at");
    }

    @Test
    void ofAFileThatManyUseThreePairsAreTried() throws Exception {
        String[] tests = new String[6];
        for (int i = 0; i < tests.length; i++) {
            hasClass("Uses" + i, Map.of("a", always(Outcome.PASSED)));
            tests[i] = "Uses" + i;
        }
        Finding file = found(Section.CLASHES, "/file", tests);
        tryOut();
        assertEquals(3, of(file).seen().size(), of(file).seen()::toString);
        assertEquals(9, trials.size());
    }

    /** One pair is enough, and of each class one test. */
    @Test
    void whatIsConfirmedIsNotTriedAnyMore() throws Exception {
        String[] tests = new String[6];
        for (int i = 0; i < tests.length; i++) {
            hasClass("Uses" + i, Map.of("a", failsBeside("Uses"), "b", failsBeside("Uses")));
            tests[i] = "Uses" + i;
        }
        Finding file = found(Section.CLASHES, "/file", tests);
        tryOut();
        assertSeen(
                file,
                true,
                "Uses0.a failed beside Uses1 in 5 of 5 runs, passed alone in 4 of 4",
                "Uses1.a failed beside Uses0 in 5 of 5 runs, passed alone in 4 of 4");
    }

    /** They share something else as well, of which nothing is known yet. */
    @Test
    void aPairOfWhichOneThingIsConfirmedIsTriedForTheOther() throws Exception {
        hasClass("A", Map.of("a", failsBeside("B")));
        hasClass("B", Map.of("b", always(Outcome.PASSED)));
        hasClass("C", Map.of("c", always(Outcome.PASSED)));
        Finding file = found(Section.CLASHES, "/file", "A.a", "B.b", "C.c");
        Finding other = found(Section.CLASHES, "/other", "A.a", "C.c");
        tryOut();
        assertTrue(of(file).confirmed());
        assertSeen(other, false, "A and C at once: no test failed in 3 runs");
    }

    @Test
    void aClashIsConfirmedByTheOneThatFailsBesideTheOther() throws Exception {
        hasClass("Binds", Map.of("binds", always(Outcome.PASSED)));
        hasClass("Serves", Map.of("serves", failsBeside("Binds")));
        Finding port = found(Section.CLASHES, "port 1 (TCP)", "Binds.binds", "Serves.serves");
        tryOut();
        assertSeen(port, true, "Serves.serves failed beside Binds in 5 of 5 runs, passed alone in 4 of 4");
    }

    @Test
    void twoThatGetAlongStayCandidates() throws Exception {
        hasClass("Binds", Map.of("binds", always(Outcome.PASSED)));
        hasClass("Serves", Map.of("serves", always(Outcome.PASSED)));
        Finding port = found(Section.CLASHES, "port 1 (TCP)", "Serves.serves", "Binds.binds");
        tryOut();
        assertSeen(port, false, "Binds and Serves at once: no test failed in 3 runs");
        assertEquals(3, trials.size());
    }

    @Test
    void whoFailsBesideAnotherAndAloneConfirmsNoClash() throws Exception {
        hasClass("Binds", Map.of("binds", always(Outcome.PASSED)));
        hasClass("Serves", Map.of("serves", always(Outcome.FAILED)));
        Finding port = found(Section.CLASHES, "port 1 (TCP)", "Binds.binds", "Serves.serves");
        tryOut();
        assertSeen(port, false, "Serves.serves failed beside Binds, and alone in 2 of 2 runs");
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
    void whatIsNotThereAnyMoreIsNotTried() throws Exception {
        hasClass("Binds", Map.of("binds", always(Outcome.PASSED)));
        found(Section.CLASHES, "port 1 (TCP)", "Binds.binds", "Gone.serves");
        tryOut();
        assertEquals(List.of(), trials);
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

    @Test
    void whatIsNeverRunAtTheSameTimeIsNotTried() throws Exception {
        hasClass("Binds", Map.of("binds", always(Outcome.PASSED)));
        hasClass("Serves", Map.of("serves", failsBeside("Binds")));
        groups.put("Binds", "port");
        groups.put("Serves", "port");
        Finding port = found(Section.CLASHES, "port 1 (TCP)", "Binds.binds", "Serves.serves");
        tryOut();
        assertSeen(port, false, "Binds and Serves were not tried at once: @SameFork keeps them in one fork");
        assertEquals(List.of(), trials);
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

    private final class Suite implements Maker {
        @Override
        public TrialResult run(Trial trial, Duration limit, Predicate<TestRef> wanted) {
            trials.add(trial);
            cancelled |= trials.size() == mostTrials;
            Map<TestRef, Outcome> outcomes = new HashMap<>();
            Map<TestRef, String> at = new HashMap<>();
            for (List<Piece> lane : trial.lanes()) {
                String beside = trial.lanes().stream()
                        .filter(other -> other != lane)
                        .flatMap(List::stream)
                        .map(Piece::className)
                        .toList()
                        .toString();
                StringBuilder before = new StringBuilder();
                for (Piece piece : lane) {
                    Map<String, Rule> methods = suite.getOrDefault(piece.className(), Map.of());
                    for (String method : methods.keySet().stream().sorted().toList()) {
                        String id = ARecord.id(piece.className(), method);
                        if (piece.isWhole() || piece.ids().contains(id)) {
                            TestRef test = new TestRef(id, piece.className(), method);
                            Outcome outcome = methods.getOrDefault(method, always(Outcome.NOT_RUN))
                                    .of(before.toString(), beside);
                            if (outcome.isFailure() || wanted.test(test)) {
                                outcomes.put(test, outcome);
                            }
                            String line = failsAt.getOrDefault(piece.className(), "");
                            if (outcome.isFailure() && !line.isEmpty()) {
                                at.put(test, line);
                            }
                            before.append(test).append(' ');
                        }
                    }
                }
            }
            return new TrialResult(problem.isEmpty() ? outcomes : Map.of(), 1, problem, at);
        }

        @Override
        public boolean areCancelled() {
            return cancelled;
        }

        @Override
        public int made() {
            return trials.size();
        }
    }

    private final class Heard implements Told {
        @Override
        public void note(LongFunction<Fact> fact) {
            facts.add(fact.apply(100));
        }

        @Override
        public void say(String line) {
            lines.add(line);
        }
    }
}
