package io.github.isolation.maven.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted in report files, and which files are none, half of one, or of another time. */
final class ReportFilesTest {
    @TempDir
    private Path reports;

    @Test
    void eachTestCaseAndEachElementInItIsCountedOnce() throws IOException {
        report("a.ATest", """
                <testcase name="passes" classname="a.ATest"/>
                <testcase name="fails" classname="a.ATest"><failure>
                  <failure/> inside of a failure is text of somebody's
                </failure><system-out>&lt;error/&gt;</system-out></testcase>
                <testcase name="throws" classname="a.ATest"><error/><rerunError/></testcase>
                <testcase name="flakes" classname="a.ATest"><flakyFailure><stackTrace/></flakyFailure></testcase>
                <testcase name="is left out" classname="a.ATest"><skipped/></testcase>
                """);
        assertEquals(new Cases(5, 2, 2, 1), read().of("a.ATest"));
        assertEquals(Cases.NONE, read().of("a.BTest"));
    }

    /** Surefire writes what happened outside of tests beside them. */
    @Test
    void whatIsBesideTheTestCasesIsOfNone() throws IOException {
        report("a.ATest", """
                <properties><property name="failure" value="x"/></properties>
                <testcase name="passes" classname="a.ATest"/>
                <system-err>x</system-err><error/>
                """);
        assertEquals(new Cases(1, 0, 0, 0), read().of("a.ATest"));
    }

    @Test
    void aFileMayHaveSeveralClassesAndAClassSeveralFiles() throws IOException {
        report("a.ATest", "<testcase classname=\"a.ATest\"/><testcase classname=\"a.ATest$In\"><failure/></testcase>");
        report("a.ATest-again", "<testcase classname=\"a.ATest\"/>");
        assertEquals(new Cases(2, 0, 0, 0), read().of("a.ATest"));
        assertEquals(new Cases(1, 1, 0, 0), read().of("a.ATest$In"));
        ReportFiles some = read().only(Set.of(ReportNames.file("TEST-a.ATest.xml")));
        assertEquals(new Cases(1, 0, 0, 0), some.of("a.ATest"));
    }

    @Test
    void otherFilesAndThoseOfAnotherTimeAreNotRead() throws IOException {
        report("a.ATest", "<testcase classname=\"a.ATest\"/>");
        Files.writeString(reports.resolve("a.ATest.txt"), "<testsuite><testcase classname=\"a.ATest\"/></testsuite>");
        Path old = report("a.Old", "<testcase classname=\"a.Old\"/>");
        Files.setLastModifiedTime(old, FileTime.fromMillis(999));
        ReportFiles files = ReportFiles.read(reports, 1_000);
        assertEquals(new Cases(1, 0, 0, 0), files.of("a.ATest"));
        assertEquals(Cases.NONE, files.of("a.Old"));
        assertEquals(Cases.NONE, ReportFiles.read(reports.resolve("none"), 0).of("a.ATest"));
    }

    @Test
    void halfAFileIsCutOffAndAWholeOneThatNoParserTakesIsUnreadable() throws IOException {
        Path half = Files.writeString(reports.resolve("TEST-half.xml"), "<testsuite><testcase classname=\"h\"><fail");
        Path empty = Files.writeString(reports.resolve("TEST-empty.xml"), "");
        Path odd = report("odd", "<testcase classname=\"o\"><failure>\u0001</failure></testcase>");
        ReportFiles files = read();
        assertEquals(Set.of(half, empty), Set.copyOf(files.cutOff()));
        assertEquals(List.of(odd), files.unreadable());
        assertEquals(Cases.NONE, files.of("h"), "of half a file nothing is believed");
        assertEquals(List.of(odd), files.only(Set.of()).unreadable());
    }

    @Test
    void theEncodingIsThatOfTheFile() throws IOException {
        Files.write(
                reports.resolve("TEST-latin.xml"),
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><testsuite><testcase classname=\"Gr\u00f6\u00dfe\"/></testsuite>"
                        .getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(new Cases(1, 0, 0, 0), read().of("Gr\u00f6\u00dfe"));
    }

    /** Tests may write such files themselves. */
    @Test
    void noOtherFileIsReadBecauseOfWhatOneSays() throws IOException {
        Path other = Files.writeString(reports.resolve("other"), "<testcase classname='a.Other'/>");
        Path report = Files.writeString(
                reports.resolve("TEST-x.xml"),
                "<!DOCTYPE t [<!ENTITY other SYSTEM \"" + other.toUri() + "\">]><testsuite>&other;</testsuite>");
        ReportFiles files = read();
        assertEquals(Cases.NONE, files.of("a.Other"));
        assertEquals(List.of(report), files.unreadable());
    }

    @Test
    void forAPersonWhatThereIsNoneOfIsNotSaid() {
        assertEquals("0 test cases", Cases.NONE.toString());
        assertEquals(
                "1 test case, 1 failure", Cases.NONE.plus(new Cases(1, 1, 0, 0)).toString());
        assertEquals("5 test cases, 2 failures, 1 error, 3 skipped", new Cases(5, 2, 1, 3).toString());
    }

    @Test
    void namesThatMeetInOneFileAreOneNameOfAFile() {
        assertEquals("TEST-a.ATest.xml", ReportNames.report("a.ATest", ""));
        assertEquals("TEST-a.ATest-one.xml", ReportNames.report("a.ATest", "one"));
        assertEquals("a.ATest(one)", ReportNames.withSuffix("a.ATest", "one"));
        assertEquals("a.ATest", ReportNames.withSuffix("a.ATest", " "));
        assertEquals(ReportNames.file("Log in: as a user"), ReportNames.file("log in? as a user"));
        assertFalse(ReportNames.file("Gr\u00f6\u00dfe").contains("_"), "letters are letters");
        assertTrue(ReportNames.isTooLong("\u4e2d".repeat(41)), "by bytes");
        assertFalse(ReportNames.isTooLong("\u4e2d".repeat(40)));
    }

    private ReportFiles read() throws IOException {
        return ReportFiles.read(reports, 0);
    }

    private Path report(String name, String content) throws IOException {
        return Files.writeString(
                reports.resolve("TEST-" + name + ".xml"), "<testsuite>\n" + content + "</testsuite>\n");
    }
}
