package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Began;
import io.github.isolation.protocol.Event.Ended;
import io.github.isolation.protocol.Event.Planned;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.NumberedId;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.TestReport;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which test of one JVM is which of another. Most unique ids are names; those of invocations are numbers, and the arguments
 * may come in another order in another JVM ({@code Set.of}, an unsorted directory, chance). So an invocation is the same only
 * if it is called the same, too. It keeps the id by which it was known first, and events are translated to that.
 */
final class Identities {
    private final Map<String, Labels> families = new HashMap<>();

    /** In the worker that runs now: those that are known under other ids than their own. */
    private final Map<String, String> moved = new HashMap<>();

    /** The tests some of whose invocations have moved, and one of these in words. */
    private final Map<String, String> outOfOrder = new HashMap<>();

    /** The class is handed out again, and what was a number until now may be another one from here on. */
    void nextWorker() {
        moved.clear();
        outOfOrder.clear();
        families.values().forEach(Labels::nextWorker);
    }

    /** The event as the first worker would have said it. */
    Event translate(Event event) {
        if (event instanceof Began began && began.label() != null) {
            return new Began(recognize(began), began.container(), began.label(), began.details());
        }
        if (moved.isEmpty()) {
            return event;
        }
        if (event instanceof Began began) {
            return new Began(known(began.id()), began.container(), null, null);
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
        return known.equals(id)
                ? report
                : report.known(known, numbered(report.name(), NumberedId.of(id), NumberedId.of(known)));
    }

    /** Surefire's name of an invocation ends with its number: {@code m{int}[7]}. */
    private static @Nullable String numbered(
            @Nullable String name, @Nullable NumberedId own, @Nullable NumberedId known) {
        if (name == null || own == null || known == null) {
            return name;
        }
        String number = "[" + own.number() + "]";
        return name.endsWith(number)
                ? name.substring(0, name.length() - number.length()) + "[" + known.number() + "]"
                : name;
    }

    /** How the invocations of a test are in another order here than in the worker before, in words; null if they are not. */
    @Nullable
    String outOfOrder(String test) {
        return outOfOrder.get(test);
    }

    private String recognize(Began began) {
        NumberedId own = NumberedId.of(known(began.id()));
        if (own == null) {
            return known(began.id());
        }
        String label = String.valueOf(began.label());
        int number = families.computeIfAbsent(own.family(), family -> new Labels())
                .recognize(own.number(), Label.digest(label, own.number()), Label.digest(began.details()));
        if (number != own.number()) {
            moved.put(began.id(), own.id(number));
            outOfOrder.putIfAbsent(
                    test(own.id()),
                    "\"" + label + "\" is number " + own.number() + " here and was " + number + " before");
        }
        return own.id(number);
    }

    /** The test an invocation is of: the container of the outermost number. */
    static String test(String id) {
        for (int end = id.indexOf("]/"); end >= 0; end = id.indexOf("]/", end + 1)) {
            if (NumberedId.of(id.substring(0, end + 1)) != null) {
                return above(id.substring(0, end + 1));
            }
        }
        return NumberedId.of(id) == null ? id : above(id);
    }

    /** What a person would call the last part of an id, as far as the id tells. */
    static String title(String id) {
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
