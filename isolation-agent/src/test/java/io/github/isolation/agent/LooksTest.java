package io.github.isolation.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A look at the state of the JVM stops nobody else, and one that fails does not stop the others. */
final class LooksTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final List<String> looked = new ArrayList<>();

    /** Without anything to compare. */
    private abstract class Source implements StateSource {
        @Override
        public Collection<StateItem> items() {
            return List.of();
        }

        @Override
        public void classEnds() {
            looked.add("class");
        }

        @Override
        public void initialized(Class<?> type) {
            looked.add(type.getSimpleName());
        }
    }

    private TestState of(StateSource... sources) throws IOException {
        return new TestState(List.of(sources), null, Set.of(), new FindingsFile(written));
    }

    /** As where a thread holds the lock of a collection that is being looked at, and is the first to use a class. */
    @Test
    void whoInitializesAClassDoesNotWaitForALook() throws IOException {
        TestState[] state = new TestState[1];
        state[0] = of(new Source() {
            @Override
            public void look(int test) {
                Thread other = new Thread(() -> state[0].initialized(String.class));
                other.setDaemon(true);
                other.start();
                try {
                    other.join(10_000);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                assertFalse(other.isAlive());
                looked.add("test " + test);
            }
        });
        state[0].ends(new RunningTests.Running(7, "A", "m", null), false);
        assertEquals(List.of("test 7"), looked);
    }

    @Test
    void aSourceThatFailsIsToldOfOnceAndTheOthersAreLookedAt() throws IOException {
        TestState state = of(
                new Source() {
                    @Override
                    public void look(int test) {
                        throw new NoClassDefFoundError("Lmissing/Type;");
                    }
                },
                new Source() {
                    @Override
                    public void look(int test) {
                        looked.add("test " + test);
                    }
                });
        state.ends(new RunningTests.Running(7, "A", "m", null), false);
        state.ends(new RunningTests.Running(8, "A", "n", null), false);
        assertEquals(List.of("test 7", "test 8"), looked);
        assertEquals(
                List.of("e\tnot all of the state of the JVM could be looked at: java.lang.NoClassDefFoundError:"
                        + " Lmissing/Type;"),
                written.toString(StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.startsWith("e"))
                        .toList());
    }
}
