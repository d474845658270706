package io.github.isolation.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is written is what is read, whatever tests call themselves. */
class FactTest {
    private static final String NASTY = "a \"b\" \\ \n\r\t\u0000 é 漢 \ud83d\ude00 </script> \u2028";

    static final RunFact RUN = new RunFact(
            "5605f196",
            1_795_925_360_259L,
            "0.1.0",
            "maven-surefire-plugin 3.6.1",
            "17.0.15",
            "Linux",
            2,
            4,
            "g:a",
            "default-test",
            "/module",
            "/module/target/surefire-reports",
            List.of(new RunFact.Chosen("isolation.testTimeout", "5s", "command line")),
            List.of("a.ATest", "a.BTest"));

    private static final List<Fact> ONE_OF_EACH = List.of(
            RUN,
            new WorkerFact(1, 2, 3, "ended", true, "crashed", NASTY, 134, 5, 6, "suite"),
            new ClassFact(1, "a.ATest", 2, 3, 4, 5, "rest", 2),
            new ClassEndFact(1, "a.ATest", 2, 3, 4, 5, 6),
            new TestFact(1, 2, 3, 4, "[id]", "a.ATest", NASTY, "display", "error", 2, true, NASTY, "stack", "output"),
            new GapFact(1, 2, 3, true, 0.5, 1.5, 2.5, 3.5, 4.5),
            new FixturesFact(1, 2, 3, 4, 5, 6),
            new ServiceFact(1, 2, "db", "restored", 3),
            new WaitFact(1, 2, 3, "a.ATest", "the lock 'db'", 4),
            new LeakFact(1, 2, 3, "a.ATest", 500, List.of("thread 'x'", NASTY)),
            new UndiscoverableFact(1, 2, 3, "a.ATest", NASTY),
            new NoticeFact(1, "warning", NASTY),
            new SupervisorFact(1, 2, 3),
            new MembersFact(1, "a.ATest", 2, 3, true, List.of("method:a()", NASTY), new TreeMap<>(Map.of(NASTY, 5L))),
            new TrialFact(
                    1, 2, List.of(List.of("a.ATest", NASTY), List.of("a.BTest")), List.of("x"), List.of("y"), 3, NASTY),
            new VerdictFact(
                    1,
                    "[id]",
                    "a.ATest",
                    NASTY,
                    "polluted by a.BTest",
                    "seen",
                    List.of("a.BTest"),
                    7,
                    List.of(NASTY),
                    NASTY),
            new TriedFact(1, "state " + NASTY, true, List.of("x", NASTY)),
            new EndFact(1, 2, 3, 4, 5, "failed", "isolation: 2 tests"));

    @Example
    void everyKindComesBack() {
        assertEquals(
                Set.of(Fact.class.getPermittedSubclasses()),
                ONE_OF_EACH.stream().map(Object::getClass).collect(Collectors.toSet()));
        for (Fact fact : ONE_OF_EACH) {
            assertEquals(Optional.of(fact), Fact.parse(fact.line()));
        }
    }

    @Example
    void noTwoKindsHaveTheSameName() {
        Set<String> names = ONE_OF_EACH.stream()
                .map(fact -> JsonReader.object(fact.line()).get("what").toString())
                .collect(Collectors.toSet());
        assertEquals(ONE_OF_EACH.size(), names.size());
    }

    @Property
    void aLineIsOneLineOfPlainCharacters(@ForAll String name, @ForAll String message) {
        TestFact fact = new TestFact(1, 2, 3, 4, "", "", name, "", "failed", 1, false, message, "", "");
        assertTrue(fact.line().chars().allMatch(c -> c >= ' ' && c < 127), fact.line());
        assertEquals(Optional.of(fact), Fact.parse(fact.line()));
    }

    private static final String ID =
            "[engine:junit-jupiter]/[class:org.example.ordering.checkout.InvoiceServiceTest]/[method:anInvoiceHasAllLinesOfItsOrder()]";

    private static TestFact ofId(String id) {
        return new TestFact(
                123_456,
                12,
                3,
                4,
                id,
                "org.example.ordering.checkout.InvoiceServiceTest",
                "anInvoiceHasAllLinesOfItsOrder",
                "",
                "passed",
                1,
                false,
                "",
                "",
                "");
    }

    @Example
    void aHundredThousandTestsAreThirtyMegabytes() {
        assertTrue(ofId(ID).line().length() < 300, ofId(ID).line());
        assertTrue(ofId(ID).line().contains("\"id\":\"~/[method:anInvoiceHasAllLinesOfItsOrder()]\""), ofId(ID).line());
    }

    @Example
    void theIdOfATestComesBackHoweverItWasWritten() {
        String nested = ID.replace("InvoiceServiceTest]", "InvoiceServiceTest]/[nested-class:Paid]");
        String other = "[engine:junit-vintage]/[runner:a.ATest]/[test:one(a.ATest)]";
        String longer = ID.replace("InvoiceServiceTest]", "InvoiceServiceTest2]");
        String own = ofId(ID).className();
        String vintage = "[engine:junit-vintage]/[runner:" + own + "]/[test:one(" + own + ")]";
        String tilde = vintage.replace("one", "one~two");
        assertTrue(ofId(vintage).line().contains("\"~~[engine:junit-vintage]/[runner:~]/[test:one(~)]\""));
        for (String id : List.of(ID, nested, other, longer, vintage, tilde, "")) {
            assertEquals(Optional.of(ofId(id)), Fact.parse(ofId(id).line()));
        }
        String first = ofId(ID).line().replace("~", "[engine:junit-jupiter]/[class:" + ofId(ID).className() + "]");
        assertEquals(Optional.of(ofId(ID)), Fact.parse(first), "a line of version 1");
    }

    @Example
    void whatIsUsualIsNotWritten() {
        TestFact passed = new TestFact(1, 2, 3, 4, "", "a.ATest", "t", "", "passed", 1, false, "", "", "");
        assertEquals(
                "{\"what\":\"test\",\"at\":1,\"worker\":3,\"fork\":4,\"millis\":2,\"class\":\"a.ATest\",\"name\":\"t\","
                        + "\"outcome\":\"passed\"}",
                passed.line());
        assertFalse(passed.isFailure());
    }

    @Example
    void kindsAndFieldsOfALaterVersionAreNoTrouble() {
        assertEquals(Optional.empty(), Fact.parse("{\"what\":\"weather\",\"at\":1}"));
        assertEquals(
                Optional.of(new NoticeFact(7, "info", "")),
                Fact.parse(
                        "{ \"what\" : \"notice\", \"at\" : 7, \"level\":\"info\", \"text\":[1,{\"a\":null}], \"new\":{} }"));
    }

    @Property
    void whateverElseALineMayBeIsRefusedInOneWay(@ForAll String line) {
        try {
            Fact.parse(line);
        } catch (IllegalArgumentException e) {
            assertTrue(String.valueOf(e.getMessage()).contains("at character"), e.toString());
        }
    }

    @Example
    void aLineThatIsCutAnywhereIsRefused() {
        for (Fact fact : ONE_OF_EACH) {
            String line = fact.line();
            for (int length = 0; length < line.length(); length++) {
                String cut = line.substring(0, length);
                assertThrows(IllegalArgumentException.class, () -> Fact.parse(cut), cut);
            }
        }
    }

    @Example
    void whatIsTooDeepIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Fact.parse("{\"a\":" + "[".repeat(100_000)));
    }
}
