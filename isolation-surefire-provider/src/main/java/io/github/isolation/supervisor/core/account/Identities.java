package io.github.isolation.supervisor.core.account;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Ahead;
import io.github.isolation.protocol.Event.Began;
import io.github.isolation.protocol.Event.Ended;
import io.github.isolation.protocol.Event.Planned;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.Label;
import io.github.isolation.protocol.NumberedId;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.UpcomingTest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which test of one JVM is which of another. Most unique ids are names; those of invocations are numbers, and the arguments
 * may come in another order in another JVM ({@code Set.of}, an unsorted directory, chance). So an invocation is the same only
 * if it is called the same, too. It keeps the id by which it was known first, and events are translated to that.
 */
public final class Identities {
    private final Map<String, Labels> families = new HashMap<>();

    /** In the worker that runs now: those that are known under other ids than their own. */
    private final Map<String, String> moved = new HashMap<>();

    /** The tests some of whose invocations have moved, and one of these in words. */
    private final Map<String, String> outOfOrder = new HashMap<>();

    /** The tests of whose invocations all names are known. */
    private final Set<String> complete = new HashSet<>();

    /** The tests that had invocations of a name which the worker before did not know, so that the number had to do. */
    private final Set<String> numberedOnly = new HashSet<>();

    /** In the worker that runs now: the ids of those that have not begun, and by which they are known. */
    private final Map<String, String> ahead = new HashMap<>();

    /** The tests that have invocations of one name, and one of these names. */
    private final Map<String, String> alike = new HashMap<>();

    /** All that the slices of a class know; each of them knows invocations of tests that the others do not have. */
    public static Identities joined(List<Identities> slices) {
        if (slices.size() == 1) {
            return slices.get(0);
        }
        Identities all = new Identities();
        slices.forEach(slice -> slice.families.forEach(all.families::putIfAbsent));
        return all;
    }

    /** One that knows the same, and learns by itself. */
    public Identities copy() {
        Identities copy = new Identities();
        families.forEach((family, labels) -> copy.families.put(family, labels.copy()));
        return copy;
    }

    /** What is known of these, for a worker that runs some of them and takes the names from the one that has told of them. */
    public Identities ofPart(Collection<String> ids) {
        Identities part = new Identities();
        for (String id : ids) {
            NumberedId numbered = NumberedId.of(id);
            Labels labels = numbered == null ? null : families.get(numbered.family());
            if (numbered != null && labels != null) {
                Labels copy = part.families.computeIfAbsent(numbered.family(), family -> labels.copy());
                if (complete.contains(test(id))) {
                    copy.promise(numbered.number());
                }
            }
        }
        return part;
    }

    /** The class is handed out again, and what was a number until now may be another one from here on. */
    public void nextWorker() {
        moved.clear();
        ahead.clear();
        outOfOrder.clear();
        alike.clear();
        families.values().forEach(Labels::nextWorker);
    }

    /** The event as the first worker would have said it. */
    public Event translate(Event event) {
        if (event instanceof Began began && began.label() != null) {
            return new Began(recognize(began), began.container(), began.label());
        }
        if (event instanceof Ahead next) {
            return recognize(next);
        }
        if (moved.isEmpty()) {
            return event;
        }
        if (event instanceof Began began) {
            return new Began(known(began.id()), began.container());
        }
        if (event instanceof Ended ended) {
            return new Ended(known(ended.id()), ended.settlesBelow());
        }
        if (event instanceof Planned planned) {
            return new Planned(planned.tests().stream()
                    .map(test -> new PlannedTest(known(test.id()), test.source(), test.name(), test.container()))
                    .toList());
        }
        return event instanceof Reported r ? new Reported(r.kind(), translate(r.report())) : event;
    }

    private TestReport translate(TestReport report) {
        String id = report.id();
        if (id == null) {
            return report;
        }
        String known = known(id);
        return known.equals(id) ? report : report.known(known, numbered(report.name(), id, known));
    }

    /** Surefire's name ends with the numbers of what the test is in, and its own: {@code m{int}[2][7]}. */
    private static @Nullable String numbered(@Nullable String name, String own, String known) {
        List<Integer> before = numbers(own);
        List<Integer> after = numbers(known);
        if (name == null || before.size() != after.size()) {
            return name;
        }
        String rest = name;
        StringBuilder end = new StringBuilder();
        for (int i = before.size() - 1; i >= 0 && rest.endsWith("[" + before.get(i) + "]"); i--) {
            rest = rest.substring(0, rest.lastIndexOf('['));
            end.insert(0, "[" + after.get(i) + "]");
        }
        return rest + end;
    }

    private static List<Integer> numbers(String id) {
        List<Integer> numbers = new ArrayList<>();
        for (String segment : id.split("/", -1)) {
            NumberedId number = NumberedId.of(segment);
            if (number != null) {
                numbers.add(number.number());
            }
        }
        return numbers;
    }

    /** In which way the invocations of a test are in another order than in the worker before; null if they are not. */
    @Nullable
    public String outOfOrder(String test) {
        return outOfOrder.get(test);
    }

    /** Whether some invocations of a test are known by their numbers only, since no other worker had such names. */
    public boolean areNumberedOnly(String test) {
        return numberedOnly.contains(test);
    }

    /** What several invocations of a test are called; null if each has a name of its own, or is the first to be known. */
    @Nullable
    public String alike(String test) {
        return alike.get(test);
    }

    /** Of which some have changed places, nothing is given to others. */
    private Ahead recognize(Ahead next) {
        boolean inOrder = true;
        for (UpcomingTest one : next.invocations()) {
            String id = one.test().id();
            NumberedId own = NumberedId.of(id);
            String known = own == null ? id : recognize(own, one.label(), null);
            ahead.put(id, known);
            inOrder &= known.equals(id);
            Labels labels = own == null ? null : families.get(own.family());
            if (labels != null && labels.areFirst() && !next.more()) {
                complete.add(next.test());
            }
        }
        return inOrder ? next : new Ahead(next.test(), List.of(), false);
    }

    private String recognize(Began began) {
        String told = ahead.remove(began.id());
        if (told != null) {
            return told;
        }
        NumberedId own = NumberedId.of(known(began.id()));
        if (own == null) {
            return known(began.id());
        }
        String label = String.valueOf(began.label());
        long name = Label.digest(label, own.number());
        Labels labels = families.get(own.family());
        if (labels != null && labels.areAlike(name)) {
            alike.putIfAbsent(test(own.id()), label);
        }
        String known = recognize(own, name, label);
        if (!known.equals(own.id())) {
            moved.put(began.id(), known);
        }
        return known;
    }

    private String recognize(NumberedId own, long name, @Nullable String label) {
        Labels labels = families.computeIfAbsent(own.family(), family -> new Labels());
        if (labels.hasToDo(own.number(), name)) {
            numberedOnly.add(test(own.id()));
        }
        int number = labels.recognize(own.number(), name);
        if (number != own.number()) {
            String what = label == null ? "what" : "\"" + label + "\"";
            moved.put(own.id(), own.id(number));
            outOfOrder.putIfAbsent(
                    test(own.id()), what + " is number " + own.number() + " here and was " + number + " before");
        }
        return own.id(number);
    }

    /** The test an invocation is of: the container of the outermost number. */
    public static String test(String id) {
        for (int end = id.indexOf("]/"); end >= 0; end = id.indexOf("]/", end + 1)) {
            if (NumberedId.of(id.substring(0, end + 1)) != null) {
                return above(id.substring(0, end + 1));
            }
        }
        return NumberedId.of(id) == null ? id : above(id);
    }

    /** What a person would call the last part of an id, as far as the id tells. */
    public static String title(String id) {
        String segment = id.substring(id.lastIndexOf('/') + 1);
        int end = segment.endsWith("]") ? segment.length() - 1 : segment.length();
        return segment.substring(segment.indexOf(':') + 1, end);
    }

    private static String above(String id) {
        return id.substring(0, Math.max(0, id.lastIndexOf('/')));
    }

    /** The id, or the one of its outermost container that has another one, with what follows. */
    private String known(String id) {
        if (moved.isEmpty()) {
            return id;
        }
        // An inner one that has moved was translated when it began, outer parts included.
        for (String at = id; !at.isEmpty(); at = above(at)) {
            String other = moved.get(at);
            if (other != null) {
                return other + id.substring(at.length());
            }
        }
        return id;
    }
}
