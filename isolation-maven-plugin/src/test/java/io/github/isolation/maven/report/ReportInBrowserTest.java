package io.github.isolation.maven.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * Reports as people see them: what each view says, by mouse and by keyboard, in a browser that tells whether a script failed and
 * whether the page asked anybody for anything. Screenshots are in {@code target/report-in-browser}.
 */
class ReportInBrowserTest {
    private static final Path TARGET = Path.of("target/report-in-browser").toAbsolutePath();
    private static Browser browser;

    private Path page;

    /** Before each, so that each is skipped where there is none, and says why. */
    @BeforeEach
    void startBrowser() {
        if (browser == null) {
            browser = Browser.start();
        }
    }

    @AfterAll
    static void endBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    private void open(String name, String fragment, ShownRun... runs) throws IOException {
        page = TARGET.resolve(name + ".html");
        ReportPage.write(runs[0].subject(), List.of(runs), null, page);
        browser.size(1280, 900);
        browser.dark(false);
        browser.open(page, fragment);
    }

    private static ShownRun troubled() {
        return ShownRun.of(SampleRuns.troubled().report(), null);
    }

    @AfterEach
    void nothingWentWrongAndNothingWasAskedFor() {
        if (page != null) {
            browser.assertQuiet(page);
            assertNull(browser.script("return window.hacked"));
        }
    }

    @Test
    void theTopSaysHowItWent() throws IOException {
        open("top", "", troubled());
        assertEquals("shop", browser.text("h1"));
        assertEquals(
                "✗ failed 9 tests: 4 passed (1 flaky), 1 failed, 2 errors, 2 skipped, in 5.1 s",
                browser.text(".tally").replaceAll("\\s+", " "));
        assertTrue(browser.all(".cut").isEmpty());
        browser.one(".about summary").click();
        assertTrue(browser.text(".about").contains("2 (POM)"), browser.text(".about"));
    }

    @Test
    void theTimelineIsToldByTheKeyboard() throws IOException {
        open("timeline", "", troubled());
        WebElement lanes = browser.one("#lanes");
        assertEquals(
                "Timeline of 2 forks, 4 workers, 5 classes, 10 results in 5.10 s", lanes.getAttribute("aria-label"));
        lanes.sendKeys(Keys.ARROW_RIGHT);
        assertEquals("Worker 1 of fork 1", browser.text("#detail h3"));
        assertTrue(browser.text("#detail").contains("crashed: exit status 134 (SIGABRT)"));
        lanes.sendKeys(Keys.ARROW_RIGHT);
        assertEquals("Worker 3 of fork 1", browser.text("#detail h3"));
        assertTrue(browser.text("#detail").contains("timed out"));
        lanes.sendKeys(Keys.ARROW_LEFT, Keys.ARROW_DOWN);
        List<String> classes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            classes.add(browser.text("#detail h3"));
            lanes.sendKeys(Keys.ARROW_RIGHT);
        }
        assertEquals(
                List.of("shop.LabelsTest", "shop.LabelsTest", "shop.SlowTest", "shop.SlowTest", "shop.SlowTest"),
                classes);
        lanes.sendKeys(Keys.ARROW_DOWN);
        assertEquals("! error never", browser.text("#detail h3"));
        lanes.sendKeys(Keys.ENTER);
        assertTrue(browser.fragment().contains("view=tests"), browser.fragment());
        assertTrue(browser.text("tr.wanted").startsWith("! error"));
    }

    @Test
    void theTimelineIsToldByTheMouse() throws IOException {
        open("mouse", "", troubled());
        int width = browser.one("#lanes").getSize().getWidth();
        // 62 pixels are for the name of the fork, and 6 are left free; the run took 5,100 ms
        int never = 62 + 3000 * (width - 68) / 5100;
        browser.hover("#lanes", never, 55);
        assertEquals("! never: error, 2.90 s", browser.text(".tip"));
        browser.click("#lanes", never, 55);
        assertEquals("! error never", browser.text("#detail h3"));
        browser.click("#lanes", never, 12);
        assertEquals("Worker 3 of fork 1", browser.text("#detail h3"));
        browser.click("#lanes", 62 + 4500 * (width - 68) / 5100, 76 + 30);
        assertEquals("Worker 3 of fork 1", browser.text("#detail h3"), "where nothing is");
    }

    @Test
    void gapsFixturesAndLocksHaveTheirBars() throws IOException {
        open("bars", "", troubled());
        WebElement lanes = browser.one("#lanes");
        lanes.sendKeys(Keys.ARROW_RIGHT);
        List<String> told = new ArrayList<>();
        for (int row = 0; row < 6; row++) {
            for (int left = 0; left < 12; left++) {
                lanes.sendKeys(Keys.ARROW_LEFT);
            }
            for (int i = 0; i < 8; i++) {
                told.add(browser.text("#detail"));
                lanes.sendKeys(Keys.ARROW_RIGHT);
            }
            lanes.sendKeys(Keys.ARROW_DOWN);
        }
        String all = String.join("\n", told);
        assertTrue(all.contains("worker 2 was followed by worker 4; 650 ms without a test"), all);
        assertTrue(all.contains("40 files, 11.5 MB, 3 removed, in 300 ms"), all);
        assertTrue(all.contains("OrdersTest in worker 2 waited 600 ms for database"), all);
    }

    @Test
    void theTimelineIsDrawnInTheColoursOfItsOutcomesAndZooms() throws IOException {
        open("drawn", "", troubled());
        String count = """
                return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {
                  const lanes = document.getElementById('lanes');
                  const copy = new OffscreenCanvas(lanes.width, lanes.height).getContext('2d', {willReadFrequently: true});
                  copy.drawImage(lanes, 0, 0);
                  const pixels = copy.getImageData(0, 0, lanes.width, lanes.height).data;
                  const wanted = getComputedStyle(document.documentElement).getPropertyValue('--error').trim();
                  let count = 0;
                  for (let i = 0; i < pixels.length; i += 4) {
                    const hex = [0, 1, 2].map(one => pixels[i + one].toString(16).padStart(2, '0')).join('');
                    if ('#' + hex === wanted) count++;
                  }
                  done(count);
                })));
                """;
        long before = (Long) browser.script(count);
        assertTrue(before > 500, before + " pixels of errors");
        browser.one("#lanes").sendKeys("+");
        browser.one("button[aria-label=Closer]").click();
        String ticks = browser.text(".axis");
        browser.one("#lanes").sendKeys("0");
        assertFalse(ticks.equals(browser.text(".axis")), ticks);
        browser.dark(true);
        assertTrue((Long) browser.script(count) > 500, "in the dark, too");
    }

    @Test
    void searchFindsTestsInTheTimelineAndInTheList() throws IOException {
        open("search", "", troubled());
        browser.one("body").sendKeys("/");
        assertEquals("search", browser.focused().getAttribute("id"));
        browser.focused().sendKeys("NEVER");
        assertEquals("1 of 9 tests", browser.text("#found"));
        browser.focused().sendKeys(Keys.ENTER);
        browser.focused().sendKeys(Keys.ENTER);
        assertEquals("! error never", browser.text("#detail h3"));
        browser.view("Tests");
        assertEquals(List.of("never"), browser.texts("button.name"));
        browser.one("#search").clear();
        browser.one("#search").sendKeys("LabelsTest");
        assertEquals(List.of("second", "first", "third"), browser.texts("button.name"));
    }

    @Test
    void testsAreSortedFilteredAndOpened() throws IOException {
        open("tests", "#view=tests", troubled());
        assertEquals("never", browser.texts("button.name").get(0), "the slowest comes first");
        assertEquals(
                List.of("All 9", "Failing 3", "Flaky 1", "Retried 1", "Skipped 2"),
                browser.texts("button[data-filter]"));
        browser.one("button[data-filter=flaky]").click();
        assertEquals(List.of("sometimes"), browser.texts("button.name"));
        assertTrue(browser.text("tbody tr").contains("~ flaky"));
        browser.one("button.name").sendKeys(Keys.ENTER);
        assertEquals("true", browser.one("button.name").getAttribute("aria-expanded"));
        assertEquals(2, browser.all(".attempt").size());
        assertTrue(
                browser.text(".attempt").contains("attempt 1, 100 ms, worker 2 of fork 2"), browser.text(".attempt"));
        assertEquals("not yet", browser.text(".message"));
        assertTrue(browser.text("pre").startsWith("not yet\n"), browser.text("pre"));
        browser.one("button.name").sendKeys(Keys.SPACE);
        assertEquals(0, browser.all(".attempt").size());
        browser.one("button[data-filter=failing]").click();
        assertEquals(List.of("never", "second", SampleRuns.HOSTILE), shown(browser.texts("button.name")));
        browser.all("button.name").get(2).click();
        assertEquals(1, browser.all(".why").size());
        assertTrue(browser.text(".why").startsWith("Why: polluted by shop.LabelsTest.first"), browser.text(".why"));
        assertTrue(browser.text(".why").endsWith("mvn test -Disolation.replay=verdict-1.jsonl"), browser.text(".why"));
    }

    /** What a browser shows for characters that it does not show as they are. */
    private static List<String> shown(List<String> names) {
        return names.stream()
                .map(name -> name.startsWith("</script>") ? SampleRuns.HOSTILE : name)
                .toList();
    }

    @Test
    void aHostileNameHasALinkOfItsOwn() throws IOException {
        open("hostile", "#view=tests", troubled());
        browser.one("button[data-filter=failing]").click();
        browser.all("button.name").get(2).click();
        browser.view("Link to this test");
        String fragment = browser.fragment();
        assertTrue(fragment.contains("test=shop.OrdersTest.%3C%2Fscript%3E"), fragment);
        browser.open(page, fragment);
        assertTrue(browser.text("tr.wanted").contains("</script>"), browser.text("tr.wanted"));
        browser.view("In the timeline");
        assertTrue(browser.text("#detail h3").startsWith("✗ failed </script>"), browser.text("#detail"));
    }

    @Test
    void aTestThatIsNotThereIsSaidToBeNone() throws IOException {
        open("none", "#view=tests&test=a.B.c", troubled());
        assertEquals("There is no test a.B.c in this run.", browser.text("main .cut"));
    }

    @Test
    void workersSayWhyTheyWereReplaced() throws IOException {
        open("workers", "#view=workers", troubled());
        assertTrue(browser.text("main").startsWith("4 workers: 1 crashed, 1 retired, 1 timed out, 1 finished"));
        assertTrue(browser.text("tr[data-worker='1']").contains("crashed: exit status 134 (SIGABRT)"));
        assertTrue(browser.text("tr[data-worker='2']").contains("↻ retired: after every class"));
        assertTrue(browser.text("tr[data-worker='3']")
                .contains("timed out: the test shop.SlowTest.never took longer than 2 s"));
        browser.one("tr[data-worker='1'] summary").click();
        assertEquals(
                "a line of output\nThe worker JVM of fork 1 crashed: exit status 134 (SIGABRT).",
                browser.text("tr[data-worker='1'] pre").strip());
        assertTrue(browser.text("main").contains("thread \"poller\""));
        assertTrue(browser.text("main").contains("isolation: the worker of fork 1 crashed in shop.LabelsTest.second"));
        browser.one("tr[data-worker='3'] a").click();
        assertEquals("Worker 3 of fork 1", browser.text("#detail h3"));
    }

    @Test
    void fixturesAndLocksAreListed() throws IOException {
        open("fixtures", "#view=fixtures", troubled());
        assertTrue(browser.text("main").startsWith("2 times, 23.0 MB in 550 ms"), browser.text("main"));
        assertTrue(browser.text("main").contains("shop.OrdersTest database 600 ms"), browser.text("main"));
    }

    @Test
    void whatWouldHelpIsOnTopOfItsReasons() throws IOException {
        ShownRun run = troubled();
        open("help", "#view=help", run);
        assertEquals(run.help().advice(), browser.text("#advice"));
        assertEquals(10, browser.all("tr[data-prediction]").size());
        assertTrue(browser.text("tr[data-prediction='measured, with 2 forks on 4 cores']")
                .contains("5.10 s"));
        assertTrue(browser.text("tr[data-prediction='splitClasses (at best)']").contains("≥ "));
        assertEquals("1 8 % 82 % 0 % 8 % 2 %", browser.text("tr[data-fork='1']"));
        assertTrue(browser.text("main").contains("shop.OrdersTest 495 ms 200 ms thread \"poller\" 2"));
    }

    @Test
    void theRunBeforeStandsBesideIt() throws IOException {
        RunReport before = SampleRuns.begun("before", 1, 4)
                .test("shop.SlowTest", "never", 1, 1, 0, 100, "passed")
                .test("shop.OrdersTest", "waits", 1, 1, 0, 100, "passed")
                .test("shop.GoneTest", "gone", 1, 1, 0, 100, "passed")
                .end(4000, "passed")
                .report();
        open("compared", "#view=compared", ShownRun.of(SampleRuns.troubled().report(), before));
        assertTrue(browser.text("[data-list=newlyFailing]").startsWith("Newly failing: 1"));
        assertTrue(browser.text("[data-list=newlyFailing]").contains("never shop.SlowTest 100 ms 2.90 s +2.80 s"));
        assertTrue(browser.text("[data-list=slower]").contains("waits shop.OrdersTest 100 ms 900 ms +800 ms"));
        assertTrue(browser.text("[data-list=added]").startsWith("New: 7"));
        assertTrue(browser.text("[data-list=gone]").contains("gone shop.GoneTest"));
        browser.view("never");
        assertTrue(browser.text("tr.wanted").contains("never"));
        browser.shoot(TARGET.resolve("compared.png"));
    }

    @Test
    void withoutARunBeforeItSaysSo() throws IOException {
        open("alone", "#view=compared", troubled());
        assertTrue(browser.text("main").startsWith("There is no record of a run before"));
    }

    @Test
    void aCutRecordSaysSoOnTop() throws IOException {
        open("cut", "", ShownRun.of(RunReadingTest.real("cut.jsonl"), null));
        assertTrue(browser.text(".head").startsWith("The record was cut."), browser.text(".head"));
        browser.one("#lanes").sendKeys(Keys.ARROW_RIGHT);
        browser.view("Workers");
        assertTrue(browser.text("tr[data-worker='3']").contains("still there when the record ended"));
        browser.shoot(TARGET.resolve("cut.png"));
    }

    @Test
    void severalRunsHaveAListAndEachItsViews() throws IOException {
        open("reactor", "", troubled(), ShownRun.of(RunReadingTest.real("retired.jsonl"), null));
        assertEquals(2, browser.all("tr[data-run-row]").size());
        assertTrue(browser.text("tr[data-run-row='5605f196']").contains("warm-spares · default-test ✓ passed 4 0 0"));
        browser.shoot(TARGET.resolve("reactor.png"));
        browser.view("warm-spares · default-test");
        assertTrue(browser.fragment().contains("run=5605f196"));
        assertTrue(browser.one("#lanes").getAttribute("aria-label").startsWith("Timeline of 1 fork, 4 workers"));
        assertTrue(browser.text("header").contains("3 retired after every class"));
        browser.one("#run").sendKeys("shop");
        assertTrue(browser.fragment().contains("run=troubled"), browser.fragment());
    }

    private static ShownRun begun(String id, long startedAt, String machine) {
        return ShownRun.of(
                        SampleRuns.begun(id, startedAt, 1, 2)
                                .worker(1, 1, 0, 100)
                                .ran("shop.Test" + id, 1, 1, 100, 900)
                                .test("shop.Test" + id, "passes", 1, 1, 200, 600, "passed")
                                .ended(1, 1, 1000, "finished", "")
                                .end(1000, "passed")
                                .report(),
                        null)
                .on(machine);
    }

    /** One clock is an hour late; two modules follow each other on the first machine, and run side by side on the second. */
    @Test
    void theLanesOfAllMachinesAreOnOneTimeline() throws IOException {
        page = TARGET.resolve("machines.html");
        ReportPage.write(
                new Together("INCOMPLETE", false, "9 classes planned", List.of("shard 3 <b>is gone</b>"), List.of("n")),
                List.of(
                        begun("a1", 10_000_000, "shard 1 of 3"),
                        begun("b1", 10_002_000, "shard 1 of 3"),
                        begun("a2", 13_600_000, "shard 2 of 3"),
                        begun("b2", 13_600_500, "shard 2 of 3")),
                page);
        browser.size(1280, 900);
        browser.dark(false);
        browser.open(page, "");
        assertTrue(browser.text("#together").contains("INCOMPLETE 9 classes planned"), browser.text("#together"));
        assertEquals("shard 3 <b>is gone</b>", browser.text(".problems li"));
        assertTrue(browser.text("#clocks").startsWith("The clocks of machines need not agree."));
        WebElement lanes = browser.one("#lanes");
        assertEquals(
                "Timeline of 2 machines, 4 workers, 4 classes, 4 results in 3.00 s", lanes.getAttribute("aria-label"));
        // One lane for the first machine, and two for the second, whose runs overlap.
        assertEquals(3 * 76, lanes.getSize().getHeight());
        int width = lanes.getSize().getWidth();
        // 130 pixels are for the name of a lane, and 6 are left free.
        browser.click("#lanes", 130 + 500 * (width - 136) / 3000, 30);
        assertEquals("shop.Testa1", browser.text("#detail h3"));
        browser.click("#lanes", 130 + 2500 * (width - 136) / 3000, 30);
        assertEquals("shop.Testb1", browser.text("#detail h3"));
        assertTrue(
                browser.text("#detail").contains("which began 2.00 s after the first run of this machine"),
                browser.text("#detail"));
        browser.click("#lanes", 130 + 300 * (width - 136) / 3000, 76 + 30);
        assertEquals("shop.Testa2", browser.text("#detail h3"), "an hour later by its own clock");
        browser.click("#lanes", 130 + 1200 * (width - 136) / 3000, 2 * 76 + 30);
        assertEquals("shop.Testb2", browser.text("#detail h3"));
        browser.one("#search").sendKeys("Testb2");
        assertEquals("1 of 4 tests", browser.text("#found"));
        browser.shoot(TARGET.resolve("machines.png"));
        browser.one("#detail ul a").click();
        assertTrue(browser.fragment().contains("run=b2"), browser.fragment());
        browser.view("All machines");
        browser.view("All runs");
        assertEquals(4, browser.all("tr[data-run-row]").size());
        assertTrue(browser.text("tr[data-run-row=b1]").startsWith("shop · default-test · shard 1 of 3"));
    }

    @Test
    void tenThousandTestsAreShownAFewAtATime() throws IOException {
        open("many", "#view=tests", ShownRun.of(SampleRuns.many(10_000).report(), null));
        int rows = browser.all("tbody tr").size();
        assertTrue(rows >= 100 && rows <= 300, rows + " rows at once");
        assertTrue(browser.text("button[data-filter=failing]").equals("Failing 100"));
        browser.one("#search").sendKeys("NumberedServiceTest777.");
        assertEquals("10 of 10000 tests", browser.text("#found"));
        assertEquals(10, browser.all("tbody tr").size());
        browser.view("Timeline");
        browser.one("#search").sendKeys(Keys.ENTER);
        browser.one("#search").sendKeys(Keys.ENTER);
        assertTrue(browser.text("#detail").contains("NumberedServiceTest777"), browser.text("#detail"));
        browser.shoot(TARGET.resolve("many-found.png"));
        browser.one("#search").clear();
        browser.one("#lanes").sendKeys("0");
        assertEquals("", browser.text("#found"));
        browser.shoot(TARGET.resolve("many.png"));
    }

    @Test
    void forPeopleToLookAt() throws IOException {
        for (String view : List.of("timeline", "tests", "workers", "fixtures", "help")) {
            open("look", "#view=" + view, troubled());
            if (view.equals("timeline")) {
                browser.one("#lanes").sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_RIGHT);
            } else if (view.equals("tests")) {
                browser.all("button.name").get(2).click();
            }
            for (boolean dark : new boolean[] {false, true}) {
                browser.dark(dark);
                for (int width : new int[] {1280, 500}) {
                    browser.size(width, 900);
                    assertTrue(
                            (Boolean)
                                    browser.script(
                                            "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                            view + " is wider than a window of " + width);
                    browser.shoot(TARGET.resolve(view + "-" + width + (dark ? "-dark" : "-light") + ".png"));
                }
            }
        }
    }
}
