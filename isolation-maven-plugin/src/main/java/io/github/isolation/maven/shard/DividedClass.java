package io.github.isolation.maven.shard;

import io.github.isolation.shard.ClassMembers;
import io.github.isolation.shard.ReportedClass;
import io.github.isolation.shard.ReportedClass.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A class that was to be run in parts on several machines: whether each of its members was run, and by one of them. Each machine has
 * written down all members that it found, and which of them were its own, so that a member that none ran is missed although every part
 * has results. Pure, but for what it adds to {@link Found}.
 */
final class DividedClass {
    /** What a machine says of its part. */
    private record Told(
            Shipped from, ReportedClass reported, @Nullable ClassMembers members) {
        String title() {
            return from.header().title();
        }

        boolean isEmpty() {
            return reported.state() == State.EMPTY;
        }

        boolean isLeftOut() {
            return reported.state() == State.LEFT_OUT;
        }

        List<String> found() {
            return members == null ? List.of() : members.found();
        }

        Set<String> own() {
            return members == null ? Set.of() : members.own().keySet();
        }

        boolean isDivisible() {
            return members != null && !members.whole();
        }
    }

    private final String what;
    private final List<Planned> parts;
    private final Found found;
    private final List<Told> told = new ArrayList<>();
    private boolean exact = true;

    /**
     * For one class.
     *
     * @param parts what the plans of all machines have of it; at least one
     * @param runs of all machines
     */
    DividedClass(String key, List<Planned> parts, List<Shipped> runs, Found found) {
        String name = parts.get(0).name();
        this.what = key + ": " + name;
        this.parts = parts;
        this.found = found;
        for (Shipped one : runs) {
            for (ReportedClass reported : one.run().reported()) {
                boolean counts = reported.state() != State.BESIDES && reported.state() != State.LOST;
                if (counts && reported.name().equals(name)) {
                    told.add(new Told(one, reported, members(one, reported)));
                }
            }
        }
    }

    private static @Nullable ClassMembers members(Shipped one, ReportedClass reported) {
        return one.run().members().stream()
                .filter(members -> members.name().equals(reported.name())
                        && members.part() == reported.part()
                        && members.of() == reported.of())
                .findFirst()
                .orElse(null);
    }

    /** Parts of a class that a plan has left out: those that are there say how many it has. */
    static List<String> unplanned(List<Planned> parts) {
        Planned first = parts.get(0);
        List<String> unplanned = new ArrayList<>();
        for (int part = 1; part <= first.of() && isOnePlan(parts); part++) {
            Planned one = new Planned(first.name(), part, first.of());
            if (!parts.contains(one)) {
                unplanned.add(one.toString());
            }
        }
        return unplanned;
    }

    private static boolean isOnePlan(List<Planned> parts) {
        return parts.stream().allMatch(one -> one.of() == parts.get(0).of());
    }

    /** Whether it was run, each member once. What is wrong is told. */
    boolean isExact() {
        exact = isOnePlan(parts) && unplanned(parts).isEmpty();
        compareParts();
        lookAtWhatWasLeftOut();
        lookForMembers();
        compareMembers();
        lookForTheSameTwice();
        lookForWhatNobodyRan();
        if (!told.isEmpty() && told.stream().allMatch(Told::isEmpty)) {
            found.empty++;
        }
        return exact;
    }

    private void contradiction(String line) {
        found.contradictions.add(what + line);
        exact = false;
    }

    private void missing(String line) {
        found.missing.add(what + line);
        exact = false;
    }

    private String titles(Predicate<Told> which) {
        return told.stream().filter(which).map(Told::title).collect(Collectors.joining(" and "));
    }

    /** Machines with different plans may have run the same tests, whatever they say of members. */
    private void compareParts() {
        Map<Integer, String> by = new TreeMap<>();
        told.forEach(one -> by.put(
                one.reported().of(),
                titles(other -> other.reported().of() == one.reported().of())));
        if (by.size() > 1) {
            contradiction(by.entrySet().stream()
                    .map(one -> (one.getKey() == 0 ? "as a whole by " : "in " + one.getKey() + " parts by ")
                            + one.getValue())
                    .collect(Collectors.joining(", and ", " was run ", "")));
        }
    }

    /** Filters are the same everywhere. Where a test has failed, {@code skipAfterFailureCount} leaves out what comes next. */
    private void lookAtWhatWasLeftOut() {
        String leftOut = titles(
                one -> one.isLeftOut() && one.from().run().reported().stream().noneMatch(ReportedClass::hasFailed));
        if (!leftOut.isEmpty() && told.stream().anyMatch(one -> !one.isLeftOut())) {
            missing(" was left out by " + leftOut + ", and not by the others; give all machines the same filters");
        }
    }

    /** A worker that found the class has said what is in it. Where something failed, it may have failed before that. */
    private void lookForMembers() {
        Predicate<Told> silent = one -> one.members() == null
                && !one.isLeftOut()
                && !one.reported().hasFailed()
                && one.reported().of() > 0;
        String empty = titles(silent.and(Told::isEmpty));
        if (!empty.isEmpty() && !told.stream().allMatch(silent.and(Told::isEmpty))) {
            contradiction(": " + empty + " found no tests in it, and other machines did");
        }
        String reported = titles(silent.and(one -> !one.isEmpty()));
        if (!reported.isEmpty()) {
            missing(": which of its tests were run by " + reported + " is not known");
        }
    }

    private void compareMembers() {
        List<Told> known = told.stream().filter(one -> one.members() != null).toList();
        for (Told one : known) {
            Told first = known.get(0);
            if (one.isDivisible() != first.isDivisible()) {
                contradiction(
                        ": by " + (one.isDivisible() ? first : one).title() + " its tests belong together, and by "
                                + (one.isDivisible() ? one : first).title() + " they do not");
            } else if (!one.found().equals(first.found())) {
                contradiction(": " + first.title() + " and " + one.title()
                        + " have found other tests in it: only the first " + difference(first.found(), one.found())
                        + "; only the second " + difference(one.found(), first.found()));
            }
        }
        if (!known.isEmpty() && known.stream().noneMatch(Told::isDivisible)) {
            lookAtWhatIsWhole();
        }
    }

    private static String difference(Collection<String> one, Collection<String> without) {
        Set<String> only = new TreeSet<>(one);
        only.removeAll(without);
        return names(only);
    }

    /** The machine with the first part runs all of it, and the others nothing. Some engines have no members that could be compared. */
    private void lookAtWhatIsWhole() {
        String too = titles(one -> one.reported().part() > 1 && hasPassed(one.reported()));
        if (!too.isEmpty()) {
            contradiction(
                    ": its tests belong together, and not the machine with the first part alone has run it, but also "
                            + too);
        }
        found.notes.add(what + " was planned in " + parts.size()
                + " parts, and its tests belong together: the machine with the first part has run all of them");
    }

    private static boolean hasPassed(ReportedClass reported) {
        return reported.counts().tests()
                > reported.counts().failures() + reported.counts().errors();
    }

    private void lookForTheSameTwice() {
        Map<String, List<String>> by = new TreeMap<>();
        told.forEach(one -> one.own().forEach(member -> by.computeIfAbsent(member, any -> new ArrayList<>())
                .add(one.title())));
        Map<List<String>, Set<String>> twice = new TreeMap<>(Comparator.comparing(String::valueOf));
        by.forEach((member, titles) -> {
            if (titles.size() > 1) {
                twice.computeIfAbsent(titles, any -> new TreeSet<>()).add(member);
            }
        });
        twice.forEach((titles, members) ->
                contradiction(": " + names(members) + " was run by " + String.join(" and ", titles)));
    }

    /** Where a machine is absent, it is named with its part, and what that had is not known. */
    private void lookForWhatNobodyRan() {
        Set<Integer> known = new TreeSet<>();
        Set<String> nobodys = new TreeSet<>();
        for (Told one : told) {
            if (one.members() != null) {
                known.add(one.reported().part());
                nobodys.addAll(one.found());
            }
        }
        told.forEach(one -> nobodys.removeAll(one.own()));
        if (known.size() == parts.get(0).of() && !nobodys.isEmpty()) {
            missing(": no machine has run " + names(nobodys));
        }
    }

    /** As a person calls them: {@code method:a()} is {@code a()}. */
    private static String names(Collection<String> members) {
        return Agreement.some(members.stream()
                .map(member -> member.substring(member.indexOf(':') + 1))
                .toList());
    }
}
