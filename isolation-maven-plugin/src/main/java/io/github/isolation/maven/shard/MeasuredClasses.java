package io.github.isolation.maven.shard;

import io.github.isolation.record.MemberTimes.Seen;
import io.github.isolation.shard.ClassMembers;
import io.github.isolation.shard.ReportedClass;
import io.github.isolation.shard.ReportedClass.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How long classes took, and the members of those that machines might share, as all machines together say: in milliseconds. What is known of
 * a class in parts only in part is not told, since the next plan would take it for a short one. Pure.
 */
final class MeasuredClasses {
    /** A class on one machine, or a part of one. */
    private record Piece(ReportedClass reported, List<ClassMembers> members) {
        boolean wasHad() {
            return reported.worker() > 0;
        }

        boolean isKnown() {
            return reported.state() == State.REPORTED || reported.state() == State.EMPTY;
        }

        long inTests() {
            return members.stream().mapToLong(ClassMembers::millis).sum();
        }

        boolean hasNothing() {
            return members.stream().allMatch(one -> one.own().isEmpty());
        }
    }

    private final Map<String, Long> classes = new TreeMap<>();
    private final Map<String, Seen> seen = new TreeMap<>();

    private MeasuredClasses() {}

    /** What these runs say; of the same class in several groups, the longest. */
    static MeasuredClasses of(List<Shipped> runs) {
        MeasuredClasses measured = new MeasuredClasses();
        Agreement.byGroup(runs).values().forEach(group -> Agreement.byKey(group)
                .forEach((key, of) -> pieces(of).forEach((name, pieces) -> measured.take(key, name, pieces))));
        return measured;
    }

    private static Map<String, List<Piece>> pieces(List<Shipped> runs) {
        Map<String, List<Piece>> pieces = new TreeMap<>();
        for (Shipped one : runs) {
            for (ReportedClass reported : one.run().reported()) {
                if (reported.state() != State.BESIDES) {
                    List<ClassMembers> members = one.run().members().stream()
                            .filter(of -> of.name().equals(reported.name()))
                            .toList();
                    pieces.computeIfAbsent(reported.name(), any -> new ArrayList<>())
                            .add(new Piece(reported, members));
                }
            }
        }
        return pieces;
    }

    private void take(String key, String name, List<Piece> pieces) {
        boolean whole = pieces.stream().allMatch(one -> one.reported().of() == 0);
        if (whole) {
            pieces.stream()
                    .filter(Piece::wasHad)
                    .forEach(one ->
                            classes.merge(key + " " + name, one.reported().millis(), Math::max));
        } else if (isAll(pieces)) {
            classes.merge(key + " " + name, together(pieces), Math::max);
        }
        if ((whole || isAll(pieces))
                && pieces.stream().noneMatch(one -> one.members().isEmpty())) {
            Seen now = seen(key, name, pieces);
            seen.merge(key + " " + name, now, MeasuredClasses::both);
        }
    }

    /** Whether every part of it has come to an end. */
    private static boolean isAll(List<Piece> pieces) {
        int of = pieces.get(0).reported().of();
        Set<Integer> parts = new TreeSet<>();
        pieces.forEach(one -> parts.add(one.reported().part()));
        return pieces.size() == of
                && parts.size() == of
                && pieces.stream().allMatch(Piece::isKnown)
                && pieces.stream().anyMatch(Piece::wasHad);
    }

    /** What would have gone by on one machine: all tests, and once what a part took beside them, which they do not all take alike. */
    private static long together(List<Piece> pieces) {
        long tests = 0;
        long besides = 0;
        int parts = 0;
        for (Piece one : pieces) {
            long own = Math.min(one.inTests(), one.reported().millis());
            tests += own;
            if (!one.hasNothing() || one.reported().counts().tests() > 0) {
                besides += one.reported().millis() - own;
                parts++;
            }
        }
        return tests + besides / Math.max(1, parts);
    }

    private static Seen seen(String key, String name, List<Piece> pieces) {
        boolean divisible = true;
        Set<String> found = new TreeSet<>();
        Map<String, Long> millis = new TreeMap<>();
        for (Piece piece : pieces) {
            for (ClassMembers members : piece.members()) {
                divisible &= !members.whole();
                found.addAll(members.found());
                members.own().forEach((member, took) -> {
                    if (took > 0) { // or a filter left it out, and what was known of it stays
                        millis.merge(member, took, Math::max);
                    }
                });
            }
        }
        return new Seen(key, name, divisible, found, millis);
    }

    private static Seen both(Seen one, Seen other) {
        Set<String> found = new TreeSet<>(one.found());
        found.addAll(other.found());
        Map<String, Long> millis = new HashMap<>(one.millis());
        other.millis().forEach((member, took) -> millis.merge(member, took, Math::max));
        return new Seen(one.key(), one.className(), one.divisible() && other.divisible(), found, millis);
    }

    /** By execution and class, as lines of {@code class-times} begin. */
    Map<String, Long> classes() {
        return classes;
    }

    /** What was seen of members. */
    Collection<Seen> members() {
        return seen.values();
    }
}
