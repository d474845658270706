package io.github.isolation.maven.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.settings.SettingNames;
import io.github.isolation.settings.Wiring;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A worker gets the arguments that Surefire would have given its fork, whatever the text and whatever is in it late. */
class ArgLineMoverTest {
    private static final int TEXTS = 10_000;
    private static final int FORK = 7;

    private static final List<String> PIECES = List.of(
            " ",
            " ",
            " ",
            "\t",
            "\n",
            "\r\n",
            "\u000b",
            "\f",
            "\u00a0",
            "\u2028",
            "'",
            "'",
            "\"",
            "\"",
            "''",
            "\"\"",
            "\\",
            "\\",
            "\\'",
            "\\\"",
            "@{argLine}",
            "@{late}",
            "@{late}",
            "@{other}",
            "@{empty}",
            "@{nobody}",
            "@{",
            "}",
            "@argfile",
            "%",
            "$",
            "%PATH%",
            "$HOME",
            "`id`",
            "*",
            ";",
            "#",
            "!",
            "=",
            ":",
            "-Da=",
            "-Db.c=",
            " -da ",
            "-Xmx1g",
            "-javaagent:/a b/c.jar=d",
            "${surefire.forkNumber}",
            "${surefire.threadNumber}",
            "\u00e9",
            "\u00fc\u4e2d",
            "\ud83d\ude00",
            "\ud800",
            "\uffff",
            "x",
            "yz");

    @ParameterizedTest
    @ValueSource(strings = {"3.2.5", "3.6.1"})
    void tenThousandTextsAreWhatStockGivesItsFork(String version) throws Exception {
        try (StockSurefire stock = new StockSurefire(version)) {
            int split = 0;
            for (long seed = 0; split < TEXTS; seed++) {
                Random random = new Random(seed);
                String argLine = text(random, 12);
                Properties late = new Properties();
                for (String name : List.of("argLine", "late", "other")) {
                    late.setProperty(name, text(random, 6));
                }
                late.setProperty("empty", "");
                split += compare(stock, argLine, late, "seed " + seed) ? 1 : 0;
            }
        }
    }

    @Test
    void whatMayComeOfNoArgLineOfOneThatIsEmptyAndOfPropertiesInProperties() throws Exception {
        try (StockSurefire stock = new StockSurefire("3.6.1")) {
            Properties late = new Properties();
            late.setProperty("a", "@{b} -Da='b c'");
            late.setProperty("b", "@{a} \"");
            for (String argLine :
                    new String[] {null, "", "  \n", "@{a}", "@{b}", "@{a} @{b}", "'@{b}'", "-Dx=@{b}\""}) {
                assertEquals(!"@{b}".equals(argLine), compare(stock, argLine, late, argLine));
            }
        }
    }

    @Test
    void whatSurefireLooksForInTheTextIsStillThere() {
        String moved = MovedArgLine.ofSupervisor(
                "-Xmx9g '-Djava.library.path=/a b' -disableassertions -Dx='\"' -javaagent:a", 1);
        assertTrue(List.of(moved.split(" ")).contains("-disableassertions"), moved);
        assertTrue(moved.contains("-Djava.library.path=") && moved.contains("-Dx="), moved);
        assertTrue(!moved.contains("-Xmx9g") && !moved.contains("agent") && !moved.contains("'"), moved);
    }

    @Test
    void theSupervisorsHeapGrowsWithTheForksAndIsItsOwn() throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        assertEquals("-Xmx64m", heap("1"));
        assertEquals("-Xmx568m", heap("64"));
        assertEquals("-Xmx" + (64 + 8 * (2 * cores - 1)) + "m", heap("2C"));
        assertEquals("-Xmx8056m", heap("2147483647"));
        assertEquals("-Xmx64m", heap("many"));
        assertTrue(Wiring.isSupervisors(heap("64")));
        assertFalse(Wiring.isSupervisors("-Xss1m"));
    }

    private static String heap(String forkCount) throws Exception {
        try (StockSurefire stock = new StockSurefire("3.6.1")) {
            StockSurefire.Goal goal = stock.goal("-Xmx1g", Map.of(SettingNames.FORK_COUNT, forkCount));
            ArgLineMover.move(goal, new Properties());
            return goal.getArgLine().replaceAll(".* (-Xmx\\S+)( .*|$)", "$1");
        }
    }

    @Test
    void anExecutionThatIsNotWiredIsLeftAlone() throws Exception {
        try (StockSurefire stock = new StockSurefire("3.6.1")) {
            for (Map<String, String> variables : List.of(
                    Map.<String, String>of(),
                    Map.of(SettingNames.FORK_COUNT, "1", Wiring.WORKER_ARG_LINE, "-Dmoved"))) {
                StockSurefire.Goal goal = stock.goal("-Xmx1g", variables);
                ArgLineMover.move(goal, new Properties());
                assertEquals("-Xmx1g", goal.getArgLine());
                assertEquals(variables, goal.getSystemPropertyVariables());
            }
            ArgLineMover.move(new Object(), new Properties());
        }
    }

    /** Whether stock starts a fork at all. */
    private static boolean compare(StockSurefire stock, String argLine, Properties late, String hint) throws Exception {
        Optional<List<String>> wanted = stock.jvmArguments(argLine, late, FORK);
        StockSurefire.Goal goal = stock.goal(argLine, Map.of(SettingNames.FORK_COUNT, "8"));
        ArgLineMover.move(goal, late);
        if (wanted.isEmpty()) {
            assertEquals(argLine, goal.getArgLine(), hint);
            return false;
        }
        List<String> words =
                Wiring.wordsOf(throughTheFile(goal.getSystemPropertyVariables()).getProperty(Wiring.WORKER_ARG_LINE));
        assertEquals(
                wanted.get(),
                words.stream()
                        .map(word -> word.replace(Wiring.FORK_NUMBER, "" + FORK))
                        .toList(),
                hint);
        List<String> ours =
                new ArrayList<>(stock.jvmArguments(goal.getArgLine(), late, 1).orElseThrow());
        assertTrue(ours.removeAll(Wiring.SUPERVISOR_OPTIONS), hint);
        assertTrue(ours.remove(Wiring.supervisorHeap(8)), hint);
        ours.removeAll(Wiring.NO_ASSERTIONS);
        assertEquals(1, ours.size(), hint + ours);
        assertTrue(ours.get(0).startsWith(Wiring.ARG_LINE_MOVED), hint + ours);
        return true;
    }

    private static Properties throughTheFile(Map<String, String> variables) throws IOException {
        Properties written = new Properties();
        written.putAll(variables);
        StringWriter file = new StringWriter();
        written.store(file, null);
        Properties read = new Properties();
        read.load(new StringReader(file.toString()));
        return read;
    }

    private static String text(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
