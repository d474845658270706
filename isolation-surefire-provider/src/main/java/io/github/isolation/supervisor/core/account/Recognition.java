package io.github.isolation.supervisor.core.account;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Began;
import io.github.isolation.protocol.Event.Ended;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.Trace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a class which goes on in another JVM goes on with the right invocations. A worker leaves out invocations by
 * their numbers; where it turns out that a number means another one there, all invocations of that test run once more, and are
 * known by their names.
 */
public final class Recognition {
    private final Identities identities;
    private final boolean isRerun;

    /** Tests to be run as a whole by the next worker, and why. */
    private final Map<String, String> outOfOrder = new LinkedHashMap<>();

    /** Tests of which some invocation had another number in some worker. */
    private final Set<String> moved = new HashSet<>();

    /** Tests of which it was said that nobody can tell what has run. */
    private final Set<String> others = new HashSet<>();

    /** Tests of which it was said that their invocations run again: once is enough, however many workers share them. */
    private final Set<String> said;

    /**
     * For one attempt at a class, or the part of it that one worker has.
     *
     * @param said of which tests it was said that all of them run again; by other parts, too
     */
    public Recognition(Identities identities, boolean isRerun, Set<String> said) {
        this.isRerun = isRerun;
        this.said = said;
        this.identities = identities;
        identities.nextWorker();
    }

    public Identities identities() {
        return identities;
    }

    /** The event with the ids that the first worker used, and a line where the two differ; for a worker that is to run these. */
    public List<Event> translate(Event event, Selection selection, String className) {
        Event known = identities.translate(event);
        if (!(known instanceof Began began) || began.label() == null) {
            return List.of(known);
        }
        String test = Identities.test(began.id());
        String why = selection.divides(test) ? reason(title(test, className), test) : null;
        if (why != null) {
            moved.add(test);
        }
        List<Event> events = new ArrayList<>();
        if (moved.contains(test) && identities.areNumberedOnly(test) && others.add(test)) {
            events.add(otherArguments(title(test, className)));
        }
        if (why != null && outOfOrder.putIfAbsent(test, why) == null && said.add(test)) {
            events.add(new Logged(LogLevel.WARNING, "isolation: " + why, null));
        }
        events.add(known);
        return events;
    }

    /** Some were taken for others because of their numbers, and now it shows that numbers mean nothing. */
    private static Logged otherArguments(String title) {
        String line = "isolation: the arguments of " + title
                + " are not the same in each JVM: some are under other numbers, and"
                + " others are new. So nobody can tell whether each of them has run, and the build fails. Give them fixed"
                + " values and a fixed order, or mark the class with @WholeClass.";
        return new Logged(
                LogLevel.ERROR, line, new Trace(line, null, "io.github.isolation.OtherArguments: " + line + "\n"));
    }

    private @Nullable String reason(String title, String test) {
        String moved = identities.outOfOrder(test);
        if (moved != null) {
            return "the invocations of " + title + " come in another order in each JVM: " + moved
                    + ". All of them run again, and are told apart by their names. Give its arguments a fixed order.";
        }
        String name = identities.alike(test);
        return name == null || !isRerun
                ? null
                : "several invocations of " + title + " are called \"" + name
                        + "\", so nobody can tell which of them failed. All of them run again, and all of them must pass."
                        + " Give each a name of its own.";
    }

    /**
     * What is said of a test that passed in an attempt before and fails now; null if it has nothing to do with the test that is
     * tried again. Where several have one name, this may be the one that failed.
     */
    @Nullable
    public Logged failsAgain(TestReport report, Selection selection, String className) {
        String id = report.id();
        if (id == null || !isRerun || !selection.wholeTests().cover(id)) {
            return null;
        }
        String test = Identities.test(id);
        boolean vintage = VintageIndex.runner(id) != null;
        String name = vintage ? report.name() : identities.alike(test);
        if (name == null) {
            return null;
        }
        String line = "isolation: an invocation of " + (vintage ? className : title(test, className))
                + " that is called \"" + name
                + "\" failed when it ran again with others of which some had failed. By their names nobody can tell them"
                + " apart in another JVM, so it may be one of those: the build fails. Give each a name of its own.";
        return new Logged(
                LogLevel.ERROR, line, new Trace(line, null, "io.github.isolation.NamedAlike: " + line + "\n"));
    }

    /** Whether this is not the end of a container, because more of it is to come. */
    public boolean holdsBack(Ended end) {
        return hasMore()
                && outOfOrder.keySet().stream()
                        .anyMatch(test -> test.equals(end.id()) || test.startsWith(end.id() + "/"));
    }

    /** Whether there is something to be run as a whole. */
    public boolean hasMore() {
        return !outOfOrder.isEmpty();
    }

    /** Why the rest of some tests is an error, if nobody runs them. */
    public Collection<String> outOfOrder() {
        return outOfOrder.values();
    }

    /** Another worker goes on; what it is to run as a whole. */
    public Set<String> nextWorker() {
        Set<String> wholes = Set.copyOf(outOfOrder.keySet());
        outOfOrder.clear();
        identities.nextWorker();
        return wholes;
    }

    private static String title(String test, String className) {
        String title = Identities.title(test);
        return title.equals(className) ? title : className + "." + title;
    }
}
