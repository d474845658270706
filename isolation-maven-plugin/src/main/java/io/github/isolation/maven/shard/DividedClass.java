package io.github.isolation.maven.shard;

import io.github.isolation.shard.ClassMembers;
import io.github.isolation.shard.ClassPart;
import io.github.isolation.shard.ReportedClass;
import io.github.isolation.shard.ReportedClass.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A class that was to be run in parts on several machines: whether each of its members was run, and by one of them. Each machine has written down
 * all members that it found, and which of them it ran, so that a member that none ran is missed although every part has results. Pure, but
 * for what it adds to {@link Found}.
 */
final class DividedClass {
    /** What a machine says of its part. */
    private record Told(Shipped from, ReportedClass reported, @Nullable ClassMembers members) {
        String title() {
            return from.header().title();
        }

        boolean hasFailures() {
            return from.run().reported().stream().anyMatch(ReportedClass::hasFailed);
        }

        Set<String> all() {
            return members == null
                    ? Set.of()
                    : members.members().stream().map(ClassMembers.Member::id).collect(Collectors.toSet());
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
    DividedClass(String key, String name, List<Planned> parts, List<Shipped> runs, Found found) {
        this.what = key + ": " + name;
        this.parts = parts;
        this.found = found;
        for (Shipped one : runs) {
            for (ReportedClass reported : one.run().reported()) {
                if (reported.name().equals(name)
                        && reported.state() != State.BESIDES
                        && reported.state() != State.LOST) {
                    told.add(new Told(one, reported, members(one, reported)));
                }
            }
        }
    }

    private static @Nullable ClassMembers members(Shipped one, ReportedClass reported) {
        return one.run().members().stream()
                .filter(members -> members.name().equals(reported.name())
                        && members.part().equals(reported.part()))
                .findFirst()
                .orElse(null);
    }

    /** Parts of a class that a plan has left out: those there are say how many it has. */
    static List<String> unplanned(List<Planned> parts) {
        Planned first = parts.get(0);
        List<String> unplanned = new ArrayList<>();
        if (parts.stream().allMatch(one -> one.part().of() == first.part().of())) {
            for (int number = 1; number <= first.part().of(); number++) {
                Planned part = new Planned(first.name(), new ClassPart(number, first.part().of()));
                if (!parts.contains(part)) {
                    unplanned.add(part.toString());
                }
            }
        }
        return unplanned;
    }

    /** Whether it was run, each member once. What is wrong is told. */
    boolean isExact() {
        exact = unplanned(parts).isEmpty() && compareParts();
        lookAtWhatWasLeftOut();
        lookForMembers();
        compareMembers();
        lookForTheSameTwice();
        lookForWhatNobodyRan();
        if (!told.isEmpty() && told.stream().allMatch(one -> one.reported().state() == State.EMPTY)) {
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

    /** Machines with different plans: what they ran may be the same tests, whatever their members say. */
    private boolean compareParts() {
        Map<Integer, Set<String>> by = new TreeMap<>();
        told.forEach(one -> by.computeIfAbsent(one.reported().part().of(), any -> new TreeSet<>())
                .add(one.title()));
        if (by.size() > 1) {
            contradiction(by.entrySet().stream()
                    .map(one -> (one.getKey() == 0 ? "as a whole by " : "in " + one.getKey() + " parts by ")
                            + String.join(" and ", one.getValue()))
                    .collect(Collectors.joining(", and ", " was run ", "")));
        }
        return parts.stream().allMatch(one -> one.part().of() == parts.get(0).part().of());
    }

    /** A filter is the same everywhere; where tests had failed before, {@code skipAfterFailureCount} leaves out what it likes. */
    private void lookAtWhatWasLeftOut() {
        List<String> leftOut = told.stream()
                .filter(one -> one.reported().state() == State.LEFT_OUT && !one.hasFailures())
                .map(Told::title)
                .toList();
        if (!leftOut.isEmpty() && told.stream().anyMatch(one -> one.reported().state() != State.LEFT_OUT)) {
            missing(" was left out by " + String.join(" and ", leftOut) + ", and not by the others: with other filters?");
        }
    }

    /** Where something failed, it may have failed before anybody knew which members there are. */
    private void lookForMembers() {
        List<String> without = told.stream()
                .filter(one -> one.members() == null
                        && one.reported().state() != State.LEFT_OUT
                        && !one.reported().hasFailed()
                        && !one.reported().part().isWhole())
                .map(Told::title)
                .toList();
        if (!without.isEmpty()) {
            missing(": which of its tests were run by " + String.join(" and ", without) + " is not written down");
        }
    }

    private void compareMembers() {
        List<Told> known = told.stream().filter(one -> one.members() != null).toList();
        for (Told one : known) {
            Told first = known.get(0);
            if (isDivisible(one) != isDivisible(first)) {
                contradiction(" has tests that belong together by " + (isDivisible(one) ? first : one).title()
                        + ", and by " + (isDivisible(one) ? one : first).title() + " it has not");
            } else if (!one.all().equals(first.all())) {
                contradiction(": " + first.title() + " and " + one.title() + " have found other tests in it: only the first "
                        + difference(first.all(), one.all()) + "; only the second " + difference(one.all(), first.all()));
            }
        }
        if (!known.isEmpty() && known.stream().noneMatch(DividedClass::isDivisible)) {
            lookAtWhatIsWhole();
        }
    }

    private static boolean isDivisible(Told one) {
        return one.members() != null && one.members().divisible();
    }

    private static String difference(Set<String> one, Set<String> without) {
        Set<String> only = new TreeSet<>(one);
        only.removeAll(without);
        return names(only);
    }

    /** The machine with the first part runs all of it, and the others nothing. Other engines have no members that could be compared. */
    private void lookAtWhatIsWhole() {
        List<String> too = told.stream()
                .filter(one -> one.reported().part().number() > 1 && hasPassed(one.reported()))
                .map(Told::title)
                .toList();
        if (!too.isEmpty()) {
            contradiction(" cannot be divided, and was not run by the machine with its first part alone, but also by "
                    + String.join(" and ", too));
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
        for (Told one : told) {
            if (one.members() != null) {
                one.members().members().stream()
                        .filter(ClassMembers.Member::ran)
                        .forEach(member -> by.computeIfAbsent(member.id(), any -> new ArrayList<>())
                                .add(one.title()));
            }
        }
        Map<List<String>, Set<String>> twice = new TreeMap<>(Comparator.comparing(String::valueOf));
        by.forEach((id, titles) -> {
            if (titles.size() > 1) {
                twice.computeIfAbsent(titles, any -> new TreeSet<>()).add(id);
            }
        });
        twice.forEach((titles, ids) ->
                contradiction(": " + names(ids) + " was run by " + String.join(" and ", titles)));
    }

    /** Where a machine is absent, it is named with its part, and what that had is not known. */
    private void lookForWhatNobodyRan() {
        Set<Integer> numbers = new HashSet<>();
        Set<String> nobodys = new TreeSet<>();
        told.stream().filter(one -> one.members() != null).forEach(one -> {
            numbers.add(one.reported().part().number());
            nobodys.addAll(one.all());
        });
        told.stream().filter(one -> one.members() != null).forEach(one -> one.members().members().stream()
                .filter(ClassMembers.Member::ran)
                .forEach(member -> nobodys.remove(member.id())));
        if (numbers.size() == parts.get(0).part().of() && !nobodys.isEmpty()) {
            missing(": no machine has run " + names(nobodys));
        }
    }

    /** As a person calls them: {@code [method:a()]} is {@code a()}. */
    private static String names(Set<String> ids) {
        return Agreement.some(ids.stream().map(DividedClass::name).toList());
    }

    private static String name(String id) {
        int colon = id.lastIndexOf("/[") < 0 ? -1 : id.indexOf(':', id.lastIndexOf("/["));
        return colon > 0 && id.endsWith("]") ? id.substring(colon + 1, id.length() - 1) : id;
    }
}
