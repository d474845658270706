package io.github.isolation.maven.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.books.BooksFile;
import io.github.isolation.books.Outcome;
import io.github.isolation.books.RunBooks;
import io.github.isolation.books.RunHeader;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.maven.audit.Run;
import io.github.isolation.record.ClassEndFact;
import io.github.isolation.record.ClassFact;
import io.github.isolation.record.EndFact;
import io.github.isolation.record.Fact;
import io.github.isolation.record.MembersFact;
import io.github.isolation.record.NoticeFact;
import io.github.isolation.record.RunFact;
import io.github.isolation.record.TestFact;
import io.github.isolation.shard.ClassMembers;
import io.github.isolation.shard.Digests;
import io.github.isolation.shard.ReportedClass;
import io.github.isolation.shard.ReportedClass.Counts;
import io.github.isolation.shard.ReportedClass.State;
import io.github.isolation.shard.ScannedClass;
import io.github.isolation.shard.ShardEnd;
import io.github.isolation.shard.ShardFile;
import io.github.isolation.shard.ShardHeader;
import io.github.isolation.shard.ShardRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written down of a shard at the end of its build: by books, record and reports. */
class ShardClosingTest {
    private static final String REPORT = "<testsuite><testcase classname='a.ATest' name='x'><error/></testcase>"
            + "<testcase classname='a.ATest' name='y'><flakyError/></testcase>"
            + "<testcase classname='a.ATest' name='z'><skipped/></testcase>"
            + "<testcase classname='a.ATest' name='f'><failure/><system-out/></testcase></testsuite>";

    @TempDir
    Path module;

    private final RunBooks books = new RunBooks(new RunHeader("42", 1_000, "", "", "", "", 0));
    private ForkLayout layout = new ForkLayout(Path.of(""));
    private Path file = Path.of("");

    @BeforeEach
    void aShardBegins() throws IOException {
        layout = new ForkLayout(module.resolve("target/isolation"));
        Files.createDirectories(module.resolve("target/reports"));
        ShardHeader header = new ShardHeader("r1", "g:a/s/t", 1, 2, 1, "", "", "u", "t", "p", "b");
        ShardFile.begin(
                layout.shards(),
                header,
                List.of("a.ATest", "a.Empty", "a.Gone", "a.Left", "a.NoReport").stream()
                        .map(name -> new ScannedClass(name, 1, ""))
                        .toList());
        file = layout.shards().resolve("shard-1-of-2.attempt-1.jsonl");
        for (String name : List.of("a.ATest", "a.Empty", "a.NoReport")) {
            books.ofClass(name).promised = 1;
            books.ofClass(name).handed = 1;
        }
        books.ofClass("a.Gone").promised = 1;
        books.ofClass("a.Left").leftOut = true;
        told("a.ATest", Outcome.ERROR, Outcome.PASSED, Outcome.SKIPPED, Outcome.FAILED);
        told("a.NoReport", Outcome.PASSED, Outcome.FAILED);
        told("a.Suite$Part", Outcome.PASSED);
        books.endedMillis = 5_000;
    }

    private void told(String name, Outcome... outcomes) {
        for (Outcome outcome : outcomes) {
            books.ofSource(name).told.add(outcome, 1);
        }
        books.ofSource(name).setsBegun = 1;
        books.ofSource(name).setsEnded = 1;
    }

    private Run run() throws IOException {
        RunHeader header = new RunHeader(
                "42", 1_000, module.toString(), module.resolve("target/reports").toString(), "", "", 0);
        Path own = Files.createDirectories(layout.runDirectory("r1"));
        BooksFile.begin(own.resolve(BooksFile.NAME), header);
        if (books.endedMillis > 0) {
            BooksFile.end(own.resolve(BooksFile.NAME), books);
        }
        return new Run("r1", own, header);
    }

    private void record() throws IOException {
        List<Fact> facts = List.of(
                new RunFact("r1", 1, "", "", "", "", 1, 1, "g:a", "t", "", "", List.of(), List.of()),
                new ClassFact(5, "a.ATest", 3, 1, 7, 1, "whole", 1),
                new ClassEndFact(25, "a.ATest", 3, 1, 20, null, 0),
                new ClassFact(30, "a.ATest", 4, 1, 1, 2, "rest", 1),
                new ClassEndFact(33, "a.ATest", 4, 1, 3, null, 0),
                new EndFact(4_321, 4, 1, 1, 1, "failed", ""));
        Files.createDirectories(layout.runDirectory("r1"));
        Files.writeString(
                layout.runRecord("r1"), facts.stream().map(Fact::line).collect(Collectors.joining("\n", "", "\n")));
    }

    private void report(String name, String text) throws IOException {
        Files.writeString(module.resolve("target/reports/TEST-" + name + ".xml"), text);
    }

    /** A test has printed what XML does not have, and Surefire writes it down. */
    @Test
    void ofAReportThatNoParserTakesWhatMavenWasToldCounts() throws IOException {
        report("a.ATest", REPORT.replace("<system-out/>", "<system-out>\uffff</system-out>"));
        ReportedClass of = reported("a.ATest");
        assertEquals(new Counts(4, 1, 1, 1, 0), of.counts());
        assertTrue(of.file().endsWith("TEST-a.ATest.xml"), of::file);
    }

    @Test
    void twoNamesThatDifferInCaseHaveAReportEach() throws IOException {
        told("a.NOREPORT", Outcome.PASSED);
        report("a.NOREPORT", "<testsuite><testcase classname='a.NOREPORT' name='x'/></testsuite>");
        report(
                "a.NoReport",
                "<testsuite><testcase classname='a.NoReport' name='x'/><testcase classname='a.NoReport' name='y'><failure/>"
                        + "</testcase></testsuite>");
        assertEquals(new Counts(2, 1, 0, 0, 0), reported("a.NoReport").counts());
        assertTrue(reported("a.NoReport").file().endsWith("TEST-a.NoReport.xml"));
        assertTrue(reported("a.NOREPORT").file().endsWith("TEST-a.NOREPORT.xml"));
    }

    private ReportedClass reported(String name) throws IOException {
        return close("").reported().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void close(String failure, List<Run> runs, long since, ShardClosing.Begun... others) throws IOException {
        ShardClosing closing = new ShardClosing(layout, module, failure);
        List<ShardClosing.Begun> all = new ArrayList<>(closing.begun(runs));
        all.addAll(List.of(others));
        closing.close(runs, all, module.resolve("target"), since);
    }

    private ShardRun close(String failure) throws IOException {
        close(failure, List.of(run()), 0);
        return ShardFile.read(file).get(0);
    }

    private static Map<String, ReportedClass> byName(ShardRun run) {
        return new TreeMap<>(run.reported().stream().collect(Collectors.toMap(ReportedClass::name, one -> one)));
    }

    @Test
    void eachClassHasALineWithWhatBecameOfIt() throws IOException {
        Files.writeString(module.resolve("target/reports/TEST-a.ATest.xml"), REPORT);
        record();
        ShardRun closed = close("");
        assertEquals(new ShardEnd(6, 4_321, "", "shard-1-of-2.attempt-1/r1/record.jsonl"), closed.end());
        Map<String, ReportedClass> reported = byName(closed);
        assertEquals(
                new ReportedClass(
                        "a.ATest",
                        State.REPORTED,
                        new Counts(4, 1, 1, 1, 1),
                        23,
                        4,
                        1,
                        "shard-1-of-2.attempt-1/r1/reports/TEST-a.ATest.xml",
                        Digests.of(REPORT.getBytes(StandardCharsets.UTF_8))),
                reported.get("a.ATest"));
        assertEquals(
                Map.of(
                        "a.ATest", State.REPORTED,
                        "a.Empty", State.EMPTY,
                        "a.Gone", State.LOST,
                        "a.Left", State.LEFT_OUT,
                        "a.NoReport", State.REPORTED,
                        "a.Suite$Part", State.BESIDES),
                reported.values().stream().collect(Collectors.toMap(ReportedClass::name, ReportedClass::state)));
        assertEquals(
                new Counts(2, 1, 0, 0, 0),
                reported.values().stream()
                        .filter(one -> one.name().equals("a.NoReport"))
                        .findFirst()
                        .orElseThrow()
                        .counts());
        assertTrue(Files.exists(layout.shards().resolve("shard-1-of-2.attempt-1/r1/reports/TEST-a.ATest.xml")));
    }

    /** Which part is in the plan; what is in it, in the record. */
    @Test
    void ofAClassInPartsItSaysWhichPartAndWhichMembers() throws IOException {
        ShardHeader header = new ShardHeader("r1", "g:a/s/t", 1, 2, 1, "", "", "u", "t", "p", "b");
        Files.delete(file);
        ShardFile.begin(
                layout.shards(),
                header,
                List.of(
                        new ScannedClass("a.ATest", 1, "", 1, 2),
                        new ScannedClass("a.ATest", 2, "", 2, 2),
                        new ScannedClass("a.Empty", 1, "", 2, 2),
                        new ScannedClass("a.Empty", 2, "", 1, 2),
                        new ScannedClass("a.NoReport", 1, "")));
        Files.writeString(module.resolve("target/reports/TEST-a.ATest.xml"), REPORT);
        MembersFact members = new MembersFact(
                30,
                "a.ATest",
                1,
                2,
                false,
                List.of("method:x()", "method:z()"),
                new TreeMap<>(Map.of("method:x()", 7L)));
        record();
        Files.writeString(layout.runRecord("r1"), members.line() + "\n", StandardOpenOption.APPEND);
        ShardRun closed = close("");
        assertTrue(closed.isWhole());
        assertEquals(List.of(ClassMembers.of(members)), closed.members());
        assertEquals(
                Map.of("a.ATest", "1/2", "a.Empty", "2/2", "a.NoReport", "0/0", "a.Suite$Part", "0/0"),
                closed.reported().stream()
                        .collect(Collectors.toMap(ReportedClass::name, one -> one.part() + "/" + one.of())));
    }

    @Test
    void aSupervisorThatWasGoneHasNoEnd() throws IOException {
        books.endedMillis = 0;
        assertNull(close("").end());
    }

    @Test
    void whatMavenEndedIsLostAndNotEmpty() throws IOException {
        Run run = run();
        BooksFile.cancelled(run.books());
        close("killed", List.of(run), 0);
        ShardRun closed = ShardFile.read(file).get(0);
        assertEquals(
                State.LOST,
                Objects.requireNonNull(byName(closed).get("a.Empty")).state());
        assertEquals("killed", Objects.requireNonNull(closed.end()).failure());
    }

    @Test
    void aReportAndCoverageOfAnEarlierBuildAreLeft() throws IOException {
        Path old = Files.writeString(module.resolve("target/reports/TEST-a.ATest.xml"), REPORT);
        Files.setLastModifiedTime(old, FileTime.fromMillis(5_000));
        Files.setLastModifiedTime(
                Files.writeString(module.resolve("target/old.exec"), "old"), FileTime.fromMillis(5_000));
        Files.writeString(module.resolve("target/jacoco.exec"), "new");
        close("", List.of(run()), 10_000);
        ReportedClass reported =
                Objects.requireNonNull(byName(ShardFile.read(file).get(0)).get("a.ATest"));
        assertEquals("", reported.file());
        assertEquals(new Counts(4, 1, 1, 1, 0), reported.counts());
        Path coverage = layout.shards().resolve("shard-1-of-2.attempt-1/coverage");
        assertEquals("new", Files.readString(coverage.resolve("jacoco.exec")));
        assertTrue(Files.notExists(coverage.resolve("old.exec")));
    }

    /** Of two executions with one directory for reports, the file is what the later one has left. */
    @Test
    void aReportThatHasFewerFailuresThanMavenWasToldOfIsOfAnotherRun() throws IOException {
        Files.writeString(
                module.resolve("target/reports/TEST-a.ATest.xml"),
                "<testsuite><testcase classname='a.ATest' name='x'/></testsuite>");
        assertIsByItsBooks(close(""));
    }

    @Test
    void soIsOneThatWasWrittenSinceAnotherRunHasBegun() throws IOException {
        Path report = Files.writeString(module.resolve("target/reports/TEST-a.ATest.xml"), REPORT);
        Run first = run();
        Run second = new Run("r2", Files.createDirectories(layout.runDirectory("r2")), first.header());
        BooksFile.begin(second.books(), first.header());
        long later = BooksFile.read(first.books()).filesMillis + 60_000;
        Files.writeString(second.books(), "clock\t" + later + "\n", StandardOpenOption.APPEND);
        Files.setLastModifiedTime(report, FileTime.fromMillis(later));
        close("", List.of(first, second), 0);
        assertIsByItsBooks(ShardFile.read(file).get(0));
    }

    private static void assertIsByItsBooks(ShardRun closed) {
        ReportedClass reported = Objects.requireNonNull(byName(closed).get("a.ATest"));
        assertEquals(new Counts(4, 1, 1, 1, 0), reported.counts());
        assertEquals("", reported.file());
    }

    @Test
    void closedOnceItStaysAsItIs() throws IOException {
        ShardRun once = close("");
        assertEquals(once, close("another goal"));
    }

    /** As where a parent POM gives all modules one directory. */
    @Test
    void aReportThatAnotherModuleHasWrittenOverIsNotTaken() throws IOException {
        Run run = run();
        long later = BooksFile.read(run.books()).filesMillis + 1;
        Files.setLastModifiedTime(
                Files.writeString(module.resolve("target/reports/TEST-a.ATest.xml"), REPORT),
                FileTime.fromMillis(later + 1));
        close("", List.of(run), 0, other("target/elsewhere", later, "a.ATest"));
        assertEquals(
                "shard-1-of-2.attempt-1/r1/reports/TEST-a.ATest.xml",
                byName(ShardFile.read(file).get(0)).get("a.ATest").file());
        aShardBeginsAnew();
        close("", List.of(run), 0, other("target/reports", later, "b.OtherTest"));
        assertEquals(
                "shard-1-of-2.attempt-1/r1/reports/TEST-a.ATest.xml",
                byName(ShardFile.read(file).get(0)).get("a.ATest").file(),
                "side by side");
        aShardBeginsAnew();
        close("", List.of(run), 0, other("target/reports", later, "a.ATest"));
        ReportedClass reported = byName(ShardFile.read(file).get(0)).get("a.ATest");
        assertEquals("", reported.file());
        assertEquals(new Counts(4, 1, 1, 1, 0), reported.counts());
    }

    private ShardClosing.Begun other(String reports, long millis, String source) {
        return new ShardClosing.Begun(module.resolve("other"), module.resolve(reports), millis, Set.of(source));
    }

    private void aShardBeginsAnew() throws IOException {
        List<String> lines = Files.readAllLines(file).stream()
                .filter(line -> line.contains("\"what\":\"shard\"") || line.contains("\"what\":\"class\""))
                .toList();
        Files.write(file, lines);
    }

    /** With Failsafe, and failures ignored, the build passes. */
    @Test
    void whatFailsARunWithoutATestIsInItsRecord() throws IOException {
        record();
        Files.writeString(
                layout.runRecord("r1"),
                new NoticeFact(7, "WARNING", "isolation: hm").line() + "\n"
                        + new NoticeFact(
                                        8,
                                        "ERROR",
                                        "isolation: 3 ms after its end, a.ATest has left behind a thread\nmore")
                                .line()
                        + "\n",
                StandardOpenOption.APPEND);
        assertEquals(
                "isolation: 3 ms after its end, a.ATest has left behind a thread",
                Objects.requireNonNull(close("").end()).failure());
    }

    private static TestFact attempt(String name, int attempt, String outcome) {
        return new TestFact(1, 1, 1, 1, name, "a.ATest", name, "", outcome, attempt, false, "", "", "");
    }

    @Test
    void whatPassedAtAnotherAttemptIsFlakyWithoutAReportToo() {
        RunBooks again = new RunBooks(new RunHeader("42", 1_000, "", "", "", "", 1));
        again.ofClass("a.ATest").promised = 1;
        again.ofClass("a.ATest").handed = 1;
        for (Outcome outcome : List.of(Outcome.FAILED, Outcome.ERROR, Outcome.FAILED, Outcome.PASSED)) {
            again.ofSource("a.ATest").told.add(outcome, 1);
        }
        again.ofSource("a.ATest").setsEnded = 1;
        List<Fact> facts = List.of(
                attempt("f", 1, "failed"),
                attempt("e", 1, "error"),
                attempt("stays", 1, "failed"),
                attempt("p", 1, "passed"),
                attempt("f", 2, "passed"),
                attempt("e", 2, "error"),
                attempt("stays", 2, "failed"),
                attempt("e", 3, "passed"),
                attempt("stays", 3, "failed"));
        assertEquals(
                new Counts(4, 1, 0, 0, 2),
                new ShardAccount(again, facts, source -> Optional.empty())
                        .of(List.of("a.ATest"))
                        .get(0)
                        .counts());
    }
}
