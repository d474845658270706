package io.github.isolation.findings;

import io.github.isolation.findings.Finding.Section;
import io.github.isolation.findings.Finding.Witness;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Polluters: tests that leave a static field, a property or a default of the JVM changed behind them. Less is made of what is a
 * cache as a rule (a field that was null, or is called one), and of a field of the test class itself, which only that class's own
 * tests see; nothing is made of one of those that was null, as fields are that a {@code @BeforeAll} sets.
 */
final class LeftBehind {
    /** They run when all tests are over. */
    static final String HOOKS = "the shutdown hooks";

    private static final Set<String> USUALLY_HARMLESS = Set.of("the MBeans", HOOKS);

    private LeftBehind() {}

    static List<Finding> in(Observed observed) {
        Map<String, List<Left>> byResource = new TreeMap<>();
        for (Left left : observed.left()) {
            if (isSurefires(left, observed) || (isOwn(left) && left.before().equals("null"))) {
                continue;
            }
            byResource
                    .computeIfAbsent(section(left).name() + left.resource(), name -> new ArrayList<>())
                    .add(left);
        }
        List<Finding> found = new ArrayList<>();
        for (List<Left> all : byResource.values()) {
            Left first = all.get(0);
            Set<Witness> witnesses = new LinkedHashSet<>();
            all.stream()
                    .map(left -> witness(left, isOneOfSeveral(left, all), observed))
                    .sorted((one, other) -> one.test().compareTo(other.test()))
                    .forEach(witnesses::add);
            found.add(Finding.of(section(first), first.resource(), List.copyOf(witnesses), Remedies.left(first)));
        }
        return found;
    }

    /** A finding for each thread, whatever classes it has met: those are others in the next run. */
    static List<Finding> atWork(Observed observed) {
        Map<String, Set<Witness>> found = new TreeMap<>();
        for (Hit hit : observed.hits()) {
            if (hit.isStillAtWork()) {
                String thread = hit.thread().replaceAll("[0-9]+", "*");
                Set<Witness> witnesses = found.computeIfAbsent(
                        "the thread '" + thread + "' of " + hit.test(), name -> new LinkedHashSet<>());
                if (witnesses.size() < Finding.MOST_WITNESSES) {
                    witnesses.add(new Witness(
                            hit.test(),
                            hit.verb() + " " + hit.resource(),
                            hit.line().toString()));
                    witnesses.add(new Witness(hit.during(), "runs at that time", ""));
                }
            }
        }
        List<Finding> all = new ArrayList<>();
        found.forEach((resource, witnesses) ->
                all.add(Finding.of(Section.AT_WORK, resource, List.copyOf(witnesses), Remedies.atWork())));
        return all;
    }

    private static Section section(Left left) {
        boolean cache = left.isField()
                && (left.isFilled() || left.name().toLowerCase(Locale.ROOT).contains("cache"));
        return isOwn(left) || cache || USUALLY_HARMLESS.contains(left.name()) ? Section.HARMLESS : Section.LEFT;
    }

    private static boolean isOwn(Left left) {
        return left.isField()
                && TestName.topLevel(left.owner()).equals(left.test().topLevel());
    }

    /** Surefire puts streams of its own in place, before it runs a class, and not by a line of the user's. */
    private static boolean isSurefires(Left left, Observed observed) {
        return left.name().startsWith("System.")
                && left.kind().equals("JVM")
                && line(left, observed).isEmpty();
    }

    private static Witness witness(Left left, boolean isOneOfSeveral, Observed observed) {
        return new Witness(
                left.test(),
                does(left, isOneOfSeveral),
                line(left, observed).map(CodeLine::toString).orElse(""));
    }

    /** Whether other tests of its class have changed the same. */
    private static boolean isOneOfSeveral(Left left, List<Left> all) {
        return all.stream()
                .anyMatch(other -> !other.test().equals(left.test())
                        && other.test().topLevel().equals(left.test().topLevel()));
    }

    /** What it was is known before a class and after it, and so nobody knows how much of that one test of several has done. */
    private static String does(Left left, boolean isOneOfSeveral) {
        if (!left.before().equals(left.after())) {
            return "changes it: " + left.before() + (isOneOfSeveral ? " before its class, " : " before, ")
                    + left.after() + (isOneOfSeveral ? " after it" : " after");
        }
        return (left.isFilled() ? "fills in what was null in it: " : "changes what is in it: ") + left.after();
    }

    /** Of a field there is none; a property and a default have setters, which the agent has seen. */
    private static Optional<CodeLine> line(Left left, Observed observed) {
        String kind = left.kind().equals("PROPERTY") ? "PROPERTY" : "SETTER";
        return left.isField()
                ? Optional.empty()
                : observed.hits().stream()
                        .filter(hit -> hit.kind().equals(kind)
                                && hit.resource().equals(left.name())
                                && hit.test().equals(left.test()))
                        .map(Hit::line)
                        .findFirst();
    }
}
