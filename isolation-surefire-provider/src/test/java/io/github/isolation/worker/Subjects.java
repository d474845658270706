package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.fail;

import io.github.isolation.FreshWorker;
import io.github.isolation.SameFork;
import io.github.isolation.TimeLimit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes of tests that the tests of this package have run. Nested, so that Surefire does not. */
final class Subjects {
    private static final String PACKAGE = "[engine:junit-jupiter]/[class:" + Subjects.class.getName() + "$";

    private Subjects() {}

    /** The unique id of what is in one of these classes. */
    static String id(Class<?> type, String... below) {
        return PACKAGE + type.getSimpleName() + "]"
                + String.join("", Stream.of(below).map("/"::concat).toList());
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static final class TwoPass {
        @Test
        void first() {}

        @Test
        void second(org.junit.jupiter.api.TestInfo info) {
            info.getDisplayName();
        }
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static final class SecondFails {
        @Test
        void first() {}

        @Test
        void second() {
            fail("as it should");
        }

        @Test
        void third() {}
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static final class Skips {
        @Test
        void runs() {}

        @Test
        @Disabled("as it should")
        void skipped() {}
    }

    static final class Another {
        @Test
        void only() {}
    }

    static final class CannotBeSetUp {
        @BeforeAll
        static void setUp() {
            fail("no database");
        }

        @Test
        void neverRuns() {}
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static final class Invocations {
        @ParameterizedTest
        @ValueSource(ints = {10, 20, 30})
        void byNumber(int number) {
            ran.accept("byNumber " + number);
        }

        @Test
        void once() {
            ran.accept("once");
        }
    }

    static final class Dynamic {
        @TestFactory
        Stream<DynamicTest> made() {
            return IntStream.rangeClosed(1, 3)
                    .mapToObj(i -> DynamicTest.dynamicTest("made " + i, () -> ran.accept("made " + i)));
        }
    }

    @TimeLimit(perTest = 3, perClass = 60)
    static final class Limited {
        @Test
        void only() {}

        @Nested
        @FreshWorker
        @TimeLimit(perTest = 1)
        class Inner {
            @Test
            void inside() {}
        }
    }

    @FreshWorker
    static final class Fresh {
        @Test
        void only() {
            ran.accept("fresh");
        }
    }

    @FreshWorker(before = false)
    static final class LastOfItsWorker {
        @Test
        void only() {}
    }

    @SameFork("g")
    static class Grouped {
        @Test
        void only() {}
    }

    static final class ThinksItIsGrouped extends Grouped {}

    @Isolated
    static final class Alone {
        @Test
        void only() {}
    }

    @ResourceLock("database")
    static final class Locking {
        @Test
        @ResourceLock(value = "printer", mode = ResourceAccessMode.READ)
        @ResourceLock(Resources.SYSTEM_PROPERTIES)
        void prints() {
            ran.accept("prints");
        }

        @Test
        void plain() {}
    }

    /** Runs what is put here by the test that has it run. */
    static final class Hosting {
        @Test
        void hosts() {
            ran.accept("hosts");
        }
    }

    /** Hears what some of these do; who listens forgets it afterwards. */
    static volatile Consumer<String> ran = what -> {};
}
