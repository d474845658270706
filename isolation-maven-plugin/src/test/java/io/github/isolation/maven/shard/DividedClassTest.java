package io.github.isolation.maven.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.shard.ClassMembers;
import io.github.isolation.shard.ReportedClass;
import io.github.isolation.shard.ReportedClass.Counts;
import io.github.isolation.shard.ReportedClass.State;
import io.github.isolation.shard.ScannedClass;
import io.github.isolation.shard.ShardEnd;
import io.github.isolation.shard.ShardHeader;
import io.github.isolation.shard.ShardRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A class in parts is exact if and only if all machines found the same in it, and each member of it was run by one. */
class DividedClassTest {
    private record Part(Set<String> found, Set<String> own) {}

    private static Shipped machine(int part, int of, Part told) {
        SortedMap<String, Long> own = new TreeMap<>();
        told.own().forEach(member -> own.put(member, 1L));
        ShardHeader header = new ShardHeader("r" + part, "k", part, of, 1, "", "", "u", "t", "p", "b");
        State state = own.isEmpty() ? State.EMPTY : State.REPORTED;
        ReportedClass reported =
                new ReportedClass("X", state, new Counts(own.size(), 0, 0, 0, 0), 1, 1, 1, "", "", part, of);
        List<ScannedClass> scanned = IntStream.rangeClosed(1, of)
                .mapToObj(one -> new ScannedClass("X", one, "", one, of))
                .toList();
        ClassMembers members = new ClassMembers("X", part, of, false, List.copyOf(told.found()), own);
        return new Shipped(
                Path.of("m" + part),
                new ShardRun(header, scanned, List.of(reported), List.of(members), new ShardEnd(1, 1, "", "", 1)));
    }

    /** A right one, in which one or two things are changed, which may come to a right one again. */
    private static List<Part> parts(Random random, List<String> members, int of) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < of; i++) {
            parts.add(new Part(new TreeSet<>(members), new TreeSet<>()));
        }
        members.forEach(member -> parts.get(random.nextInt(of)).own().add(member));
        for (int change = random.nextInt(3); change > 0; change--) {
            Part part = parts.get(random.nextInt(of));
            String member = members.get(random.nextInt(members.size()));
            switch (random.nextInt(4)) {
                case 0 -> part.own().remove(member);
                case 1 -> part.own().add(member);
                case 2 -> part.found().remove(member);
                default -> part.found().add("method:new()");
            }
        }
        return parts;
    }

    private static boolean isRight(List<Part> parts) {
        Set<String> once = new HashSet<>();
        boolean right = true;
        for (Part part : parts) {
            right &= part.found().equals(parts.get(0).found());
            for (String member : part.own()) {
                right &= once.add(member);
            }
        }
        return right && once.containsAll(parts.get(0).found());
    }

    @Test
    void itIsExactIfAndOnlyIfEachMemberWasRunOnce() {
        Random random = new Random(30);
        int right = 0;
        for (int i = 0; i < 5_000; i++) {
            int of = 2 + random.nextInt(4);
            List<String> members = IntStream.rangeClosed(1, 1 + random.nextInt(6))
                    .mapToObj(number -> "method:m" + number + "()")
                    .toList();
            List<Part> parts = parts(random, members, of);
            List<Shipped> runs = new ArrayList<>();
            List<Planned> planned = new ArrayList<>();
            for (int part = 1; part <= of; part++) {
                runs.add(machine(part, of, parts.get(part - 1)));
                planned.add(new Planned("X", part, of));
            }
            Found found = new Found();
            boolean exact = new DividedClass("k", planned, runs, found).isExact();
            assertEquals(isRight(parts), exact, parts + " " + found.contradictions + found.missing);
            assertEquals(exact, found.contradictions.isEmpty() && found.missing.isEmpty(), "what is wrong is told");
            right += exact ? 1 : 0;
        }
        assertEquals(true, right > 1_000 && right < 4_000, "both kinds were tried: " + right);
    }
}
