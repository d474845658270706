package io.github.isolation.supervisor.core.account;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.Trace;
import io.github.isolation.protocol.Wording;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A death in words, for the errors it leaves behind.
 *
 * @param type what stands where other errors have the name of an exception class
 * @param message what happened, to which worker, and what is known of the cause
 * @param stack the stack of the guilty thread, a line per frame, if it is known
 */
public record CrashReport(
        String type, String message, @Nullable String stack) {
    /** Of what did not begin, and of which the build must not hear nothing. */
    public static final String NOT_RUN = "io.github.isolation.NotRun";

    /** Of what was running when its worker died. */
    public static final String CRASHED = "io.github.isolation.WorkerCrashed";

    /** Of what took longer than it may. */
    public static final String TIMED_OUT = "io.github.isolation.TimedOut";

    private static final String NOT_REPORTED = "io.github.isolation.NotReported";

    /** For what belongs to a class and to none of its tests. */
    public static final String NO_TEST = PlannedTest.NO_NAME;

    /** The name under which JUnit has reported since its fourth version that it cannot make tests of a class. */
    public static final String NO_DISCOVERY = "initializationError";

    /** Shows what has no look of its own: names of tests and of threads, and last words, may be anything. */
    public CrashReport {
        message = Wording.shown(message);
        stack = stack == null ? null : Wording.shown(stack);
    }

    /** What a class owes whose engine said that it was done. */
    public static CrashReport neverReported(
            Collection<PlannedTest> tests, String className, Collection<String> whyNot) {
        List<String> titles = tests.stream().map(test -> test.title(className)).toList();
        return new CrashReport(
                NOT_REPORTED,
                "planned and never reported, by an engine that said it was done: " + String.join(", ", titles)
                        + (whyNot.isEmpty() ? "" : " (" + String.join("; ", whyNot) + ")"),
                null);
    }

    /** What a class is told of which a worker said that it was done with it, and nothing else. */
    public static CrashReport neverHeardOf() {
        return new CrashReport(
                NOT_REPORTED,
                "The worker said that it was done with this class, and reported neither its tests nor that it has none.",
                null);
    }

    /** What tests are told whose class had a result as a whole in the worker that was to run them, while others have run tests of it. */
    public static CrashReport notSetUp() {
        return new CrashReport(
                NOT_RUN,
                "Not run: in the worker that was to run this test its class could not be set up, or was left out, before any of its tests;"
                        + " the class has a result of its own that says why. Other workers have run tests of the class.",
                null);
    }

    /** What a test is told whose class ended before it, without a word, while others have run tests of it. */
    public static CrashReport leftOutSilently() {
        return new CrashReport(
                NOT_RUN,
                "Not run: in the worker that was to run this test its class was over before any of its tests, as by an assumption in @BeforeAll,"
                        + " and other workers have run tests of the class.",
                null);
    }

    /** What a class is told whose output found no place. */
    public static CrashReport outputLost(String why) {
        return new CrashReport(
                "io.github.isolation.OutputLost",
                "What this class printed is lost from some point on, and long texts of its failures are cut off; its results are"
                        + " all here. While classes run in several forks, what they print waits in a file, and that cannot be"
                        + " written. Make room there, or have the class print less: "
                        + why,
                null);
    }

    /** As an error of a class, and of none of its tests. */
    public Event ofClass(TestReport set, long runId) {
        TestReport entry = new TestReport(
                set.rerun(),
                runId,
                set.source(),
                set.sourceText(),
                NO_TEST,
                null,
                null,
                0,
                null,
                Map.of(),
                set.qualifiedSource(),
                null);
        return new Reported(ReportKind.ERROR, entry.withTrace(traceFor(set.source(), NO_TEST)));
    }

    /** Where no test set can take the blame: a trace on the console is what fails the build. */
    public Logged onConsole() {
        return new Logged(LogLevel.ERROR, message, traceFor(null, null));
    }

    /** As the failure of a test: the trace ends with the test itself, which is where a reader wants to be led. */
    public Trace traceFor(@Nullable String source, @Nullable String name) {
        String frames = stack == null ? "" : "\n" + stack;
        String here =
                source == null ? "" : "\n\tat " + source + "." + (name == null ? "<class>" : name) + "(Unknown Source)";
        here = Wording.shown(here);
        String place = Wording.shown((source == null ? "" : simple(source)) + (name == null ? "" : "." + name));
        return new Trace(message, place + " » " + message, type + ": " + message + frames + here + "\n");
    }

    /** The same, for tests that had not begun and that no other worker can be asked to run. */
    public CrashReport forTheRest() {
        String rest = "What of this class had not begun was not run, because it cannot be resumed there. ";
        return new CrashReport(NOT_RUN, rest + message, null);
    }

    /**
     * The same, for tests that had not begun when the worker died that was the last one for their class.
     *
     * @param deathsInSetup how many workers died before the first test of the class had begun
     */
    public CrashReport forThoseAfter(int deathsInSetup) {
        if (type.equals(NOT_RUN)) {
            return this;
        }
        String why = deathsInSetup == 0
                ? "Not run: no other worker was started for the rest of its class. "
                : deathsInSetup == 1
                        ? "Not run: the worker died while the class was being set up. "
                        : "Not run: " + deathsInSetup + " workers died while the class was being set up. ";
        return new CrashReport(NOT_RUN, why + message, null);
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
