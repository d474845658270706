package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.supervisor.core.account.ClassAccount;
import io.github.isolation.supervisor.core.account.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Slices in their order, and whose they are: the same as a list that is searched from the front. */
class WaitingTest {
    private static final int FORKS = 3;

    private static final Map<String, String> GROUPS = Map.of("P1", "p", "P2", "p", "P3", "p", "Q1", "q", "Q2", "q");

    private static final List<String> NAMES = List.of("A", "B", "C", "P1", "P2", "P3", "Q1", "Q2");

    /** As one would write it down. */
    private static final class Model {
        private final List<Slice> slices = new ArrayList<>();
        private final Map<String, Integer> owners = new HashMap<>();

        private List<Slice> forOne(int fork) {
            return slices.stream()
                    .filter(slice -> {
                        Integer owner = owners.get(GROUPS.getOrDefault(slice.className(), ""));
                        return owner == null || owner == fork;
                    })
                    .toList();
        }

        private List<Slice> only(int fork) {
            return slices.stream()
                    .filter(slice -> Objects.equals(owners.get(GROUPS.getOrDefault(slice.className(), "")), fork))
                    .toList();
        }
    }

    @Property(tries = 3_000)
    void itIsAListThatIsSearchedFromTheFront(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int steps) {
        Random chance = new Random(seed);
        AtomicLong ids = new AtomicLong();
        Waiting waiting = new Waiting(Placement.sameFork(GROUPS));
        Model model = new Model();
        for (int step = 0; step < steps; step++) {
            int fork = 1 + chance.nextInt(FORKS);
            switch (chance.nextInt(7)) {
                case 0, 1 -> {
                    Slice slice = slice(chance, ids);
                    waiting.addLast(slice);
                    model.slices.add(slice);
                }
                case 2 -> {
                    Slice slice = slice(chance, ids);
                    waiting.addFirst(slice);
                    model.slices.add(0, slice);
                }
                case 3, 4 -> {
                    List<Slice> possible = model.forOne(fork);
                    Slice expected = possible.isEmpty() ? null : possible.get(0);
                    assertEquals(expected, waiting.takeFirstFor(fork));
                    if (expected != null) {
                        model.slices.remove(expected);
                        String group = GROUPS.get(expected.className());
                        if (group != null) {
                            model.owners.put(group, fork);
                        }
                    }
                }
                case 5 -> {
                    assertEquals(model.slices.isEmpty() ? null : model.slices.get(0), waiting.first());
                    assertEquals(model.slices.isEmpty() ? null : model.slices.remove(0), waiting.takeFirst());
                }
                default -> {
                    List<Slice> left = model.only(fork);
                    model.slices.removeAll(left);
                    model.slices.addAll(left);
                    model.owners.values().removeIf(owner -> owner == fork);
                    waiting.disown(fork);
                }
            }
            assertSame(model, waiting);
        }
        assertEquals(model.slices, waiting.takeAll());
        assertEquals(0, waiting.size());
    }

    private static Slice slice(Random chance, AtomicLong ids) {
        String name = NAMES.get(chance.nextInt(NAMES.size()));
        return new ClassAccount(name, 0, ids::incrementAndGet).whole();
    }

    private static void assertSame(Model model, Waiting waiting) {
        assertEquals(model.slices.size(), waiting.size());
        for (int fork = 1; fork <= FORKS; fork++) {
            List<Slice> possible = model.forOne(fork);
            assertEquals(possible.isEmpty() ? null : possible.get(0), waiting.firstFor(fork));
            assertEquals(!model.only(fork).isEmpty(), waiting.isAnyOnlyFor(fork));
            long together = possible.stream()
                    .map(slice -> GROUPS.containsKey(slice.className()) ? GROUPS.get(slice.className()) : slice)
                    .distinct()
                    .count();
            assertEquals(together, waiting.width(fork));
        }
    }
}
