package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Ahead;
import io.github.isolation.protocol.Event.Began;
import io.github.isolation.protocol.Event.Divisible;
import io.github.isolation.protocol.Event.Ended;
import io.github.isolation.protocol.Event.Planned;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.Label;
import io.github.isolation.protocol.NumberedId;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.UniqueIds;
import io.github.isolation.protocol.UpcomingTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a worker says of a class with one parameterized test, whose arguments have an order of their own in each JVM. The
 * name that a person knows an invocation by is the display name of the reports.
 *
 * @param arguments in this JVM's order
 * @param names how invocations are called: {@code %d} is their number, {@code %s} the argument
 */
record ScriptedInvocations(List<String> arguments, String names) {
    /** The argument with which the test fails, whichever number it has. */
    static final String FAILING = "Berlin";

    static ReportKind outcomeOf(String argument) {
        return argument.equals(FAILING) ? ReportKind.FAILED : ReportKind.SUCCEEDED;
    }

    List<Event> run(String className, UniqueIds finalIds, UniqueIds onlyIds, boolean divides) {
        String type = "[engine:e]/[class:" + className + "]";
        String test = type + "/[template:m(String)]";
        List<Event> script = new ArrayList<>();
        boolean wanted = !finalIds.cover(test) && (onlyIds.isEmpty() || onlyIds.areOnOneLineWith(test));
        script.add(new Planned(wanted ? List.of(new PlannedTest(test, className, "m{String}", true)) : List.of()));
        if (!wanted) {
            return script;
        }
        if (divides) {
            script.add(new Divisible(type, List.of(test)));
        }
        script.add(new Began(type, true));
        script.add(report(ReportKind.SET_STARTING, className, 0, null, null, null));
        script.add(new Began(test, true));
        for (int number = 1; number <= arguments.size(); number++) {
            String id = test + "/[invocation:#" + number + "]";
            if (!finalIds.contains(id) && (onlyIds.isEmpty() || onlyIds.cover(id))) {
                invoke(script, className, id, number);
            }
        }
        script.add(new Ended(test, false));
        script.add(new Ended(type, false));
        script.add(report(ReportKind.SET_COMPLETED, className, 0, null, null, null));
        return script;
    }

    /** What comes next of those of which these begin, so many at most. */
    Ahead ahead(String test, List<Began> begins, int most) {
        List<UpcomingTest> next = new ArrayList<>();
        for (Began one : begins.subList(0, Math.min(most, begins.size()))) {
            int number = Objects.requireNonNull(NumberedId.of(one.id())).number();
            String className = test.replaceAll(".*\\[class:(.*?)].*", "$1");
            next.add(new UpcomingTest(
                    new PlannedTest(one.id(), className, "m{String}[" + number + "]", false),
                    Label.digest(String.valueOf(one.label()), number)));
        }
        return new Ahead(test, next, begins.size() >= most);
    }

    private void invoke(List<Event> script, String className, String id, int number) {
        String argument = arguments.get(number - 1);
        String label = String.format(names, number, argument);
        String name = "m{String}[" + number + "]";
        script.add(new Began(id, false, label));
        script.add(report(ReportKind.STARTING, className, number, name, argument, id));
        script.add(report(outcomeOf(argument), className, number, name, argument, id));
        script.add(new Ended(id, outcomeOf(argument).isFailure()));
    }

    private static Event report(
            ReportKind kind,
            String source,
            long runId,
            @Nullable String name,
            @Nullable String nameText,
            @Nullable String id) {
        return new Reported(
                kind, new TestReport(false, runId, source, null, name, nameText, null, 1, null, Map.of(), null, id));
    }
}
