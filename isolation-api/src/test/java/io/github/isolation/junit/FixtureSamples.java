package io.github.isolation.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.isolation.junit.Fixture.Scope;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Test classes for {@link FixtureExtensionTest} to run; on their own, they are disabled. */
final class FixtureSamples {
    static final List<Path> SEEN = Collections.synchronizedList(new ArrayList<>());

    private FixtureSamples() {}

    private static void use(Path fixture) throws IOException {
        assertEquals("rows", Files.readString(fixture));
        Files.writeString(fixture, "changed");
        SEEN.add(fixture);
    }

    @EnabledIfSystemProperty(named = "fixture.samples", matches = "true")
    static final class OwnCopies {
        @Fixture("db")
        private Path field;

        private Path before;

        @BeforeEach
        void prepare(@Fixture("db") Path own) {
            before = own;
        }

        @RepeatedTest(3)
        void parameterFieldAndBeforeEachAreOne(@Fixture("db") Path own) throws IOException {
            assertEquals(field, own);
            assertEquals(before, own);
            use(own);
        }

        @Test
        void asAFile(@Fixture("db") File own) throws IOException {
            use(own.toPath());
        }
    }

    @EnabledIfSystemProperty(named = "fixture.samples", matches = "true")
    static final class SharedByTheClass {
        @Fixture(value = "db", scope = Scope.CLASS)
        static Path shared;

        @BeforeAll
        static void prepare(@Fixture(value = "db", scope = Scope.CLASS) Path same) throws IOException {
            assertEquals(shared, same);
            use(same);
        }

        @Test
        void sees() throws IOException {
            assertEquals("changed", Files.readString(shared));
        }

        @Nested
        final class Inside {
            @Test
            void seesTheSame(@Fixture(value = "db", scope = Scope.CLASS) Path same) {
                SEEN.add(same);
            }
        }
    }

    @EnabledIfSystemProperty(named = "fixture.samples", matches = "true")
    static final class ForkAndCache {
        @Test
        void both(
                @Fixture(value = "db", scope = Scope.FORK) Path fork,
                @Fixture(value = "db", scope = Scope.CACHE) Path cache) {
            SEEN.add(fork);
            SEEN.add(cache);
        }
    }

    @EnabledIfSystemProperty(named = "fixture.samples", matches = "true")
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static final class Fails {
        @Test
        @Order(1)
        void kept(@Fixture(value = "db", keepOnFailure = true) Path own) throws IOException {
            use(own);
            fail("on purpose");
        }

        /** Its class has seen a failure by now. */
        @Test
        @Order(2)
        void passes(@Fixture(value = "db", keepOnFailure = true) Path own) {
            assertNotNull(own);
        }

        @Test
        void notKept(@Fixture("db") Path own) {
            fail("on purpose, with " + own);
        }
    }

    @EnabledIfSystemProperty(named = "fixture.samples", matches = "true")
    static final class DynamicFails {
        @Fixture(value = "db", scope = Scope.CLASS, keepOnFailure = true)
        static Path shared;

        @TestFactory
        Stream<DynamicTest> kept(@Fixture(value = "db", keepOnFailure = true) Path own) {
            return Stream.of(DynamicTest.dynamicTest("fails", () -> fail("on purpose, with " + own)));
        }

        @TestFactory
        Stream<DynamicTest> notKept(@Fixture(value = "db", keepOnFailure = true) Path own) {
            return Stream.of(DynamicTest.dynamicTest("passes", () -> assertNotNull(own)));
        }
    }

    @EnabledIfSystemProperty(named = "fixture.samples", matches = "true")
    static final class Aborts {
        @Fixture(value = "db", scope = Scope.CLASS, keepOnFailure = true)
        static Path shared;

        @Test
        void finds(@Fixture(value = "db", keepOnFailure = true) Path own) {
            assumeTrue(own.endsWith("elsewhere"), "on purpose");
        }

        @TestFactory
        Stream<DynamicTest> findsWhileItRuns(@Fixture(value = "db", keepOnFailure = true) Path own) {
            return Stream.of(
                    DynamicTest.dynamicTest("that", () -> assumeTrue(own.endsWith("elsewhere"), "on purpose")));
        }
    }

    @EnabledIfSystemProperty(named = "fixture.samples", matches = "true")
    static final class ClassFails {
        @Fixture(value = "db", scope = Scope.CLASS, keepOnFailure = true)
        static Path shared;

        @Test
        void fails() {
            fail("on purpose, with " + shared);
        }

        @Test
        void passes() {
            assertNotNull(shared);
        }
    }

    @EnabledIfSystemProperty(named = "fixture.samples", matches = "true")
    static final class Impossible {
        @Test
        void asText(@Fixture("db") String text) {
            fail(text);
        }

        @Test
        void unknown(@Fixture("bd") Path path) {
            fail(path.toString());
        }
    }

    @EnabledIfSystemProperty(named = "fixture.samples", matches = "true")
    static final class LivesTooLong {
        @Fixture("db")
        static Path shared;

        @Test
        void neverRuns() {
            fail("with " + shared);
        }
    }
}
