package io.github.isolation.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Equal contents have equal digests, and others have others. */
final class DigestTest {
    private final Digest digest = new Digest(new UserFrames(java.util.List.of()));

    /** As a user might have it; it comes from a directory, so it is the user's. */
    @SuppressWarnings("UnusedVariable")
    private static final class Thing {
        private final String name;
        private Object other;

        Thing(String name, Object other) {
            this.name = name;
            this.other = other;
        }

        /** What the digest must not call. */
        @Override
        public int hashCode() {
            throw new IllegalStateException(name);
        }

        @Override
        public boolean equals(Object obj) {
            throw new IllegalStateException(name);
        }
    }

    private OptionalLong of(Object value) {
        return digest.of(value);
    }

    private void same(Object one, Object other) {
        assertEquals(of(one), of(other));
    }

    private void different(Object one, Object other) {
        assertNotEquals(of(one), of(other));
    }

    @Test
    void valuesAreWhatTheySay() {
        same("text", new String("text".toCharArray()));
        different("text", "Text");
        different(1, 2);
        different(1, 1L);
        different(null, 0);
        different(1.5, 2.5);
        same(Thread.State.NEW, Thread.State.NEW);
        different(Thread.State.NEW, Thread.State.BLOCKED);
        different(new AtomicInteger(1), new AtomicInteger(2));
        different(new AtomicReference<>("a"), new AtomicReference<>("b"));
    }

    @Test
    void collectionsAreWhatIsInThem() {
        same(new ArrayList<>(List.of("a", "b")), new ArrayList<>(List.of("a", "b")));
        different(new ArrayList<>(List.of("a", "b")), new ArrayList<>(List.of("b", "a")));
        different(new ArrayList<>(List.of("a")), new ArrayList<>(List.of("a", "a")));
        same(new HashMap<>(Map.of("a", 1)), new HashMap<>(Map.of("a", 1)));
        different(new HashMap<>(Map.of("a", 1)), new HashMap<>(Map.of("a", 2)));
        same(new LinkedHashSet<>(List.of(1, 2)), new LinkedHashSet<>(List.of(2, 1)));
        different(new HashSet<>(Set.of(1)), new HashSet<>(Set.of(2)));
        different(new int[] {1}, new int[] {2});
        same(new Object[] {"a"}, new Object[] {"a"});
    }

    @Test
    void objectsOfTheUsersAreTheirFieldsAndNoneOfTheirCodeRuns() {
        same(new Thing("a", null), new Thing("a", null));
        different(new Thing("a", null), new Thing("b", null));
        different(new Thing("a", List.of(1)), new Thing("a", List.of(2)));
        same(Arrays.asList(new Thing("a", null)), Arrays.asList(new Thing("a", null)));
    }

    @Test
    void whatContainsItselfComesToAnEnd() {
        Thing one = new Thing("a", null);
        one.other = one;
        Thing two = new Thing("a", null);
        two.other = two;
        same(one, two);
        different(one, new Thing("a", null));
        Thing deep = null;
        for (int i = 0; i < 100_000; i++) {
            deep = new Thing("deep", deep);
        }
        assertEquals(of(deep), of(deep));
    }

    /** Loggers, mocks, pools: they are their own affair. */
    @Test
    void objectsOfLibrariesAreNotLookedInto() {
        same(new Object(), new Object());
        same(new Thread("a"), new Thread("b"));
    }

    @Test
    void peopleAreToldHowMuchThereIsAndNoTextOfTheirs() {
        assertEquals("null", Digest.brief(null));
        assertEquals("a text of 6 characters", Digest.brief("secret"));
        assertEquals("2 elements", Digest.brief(List.of("secret", "other")));
        assertEquals("1 element", Digest.brief(Map.of("a", "secret")));
        assertEquals("3 elements", Digest.brief(new int[3]));
        assertEquals("7", Digest.brief(7));
        assertEquals("a Thing", Digest.brief(new Thing("secret", null)));
    }
}
