package resumes;

import io.github.isolation.it.support.Bodies;
import io.github.isolation.it.support.Crash;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A crash in the middle of a nested class, between others. */
class NestedTest {

    @Test
    void outside() {
        Bodies.ran("NestedTest#outside");
    }

    /** Goes through. */
    @Nested
    class Whole {

        @Test
        void one() {
            Bodies.ran("NestedTest.Whole#one");
        }

        @Test
        void two() {
            Bodies.ran("NestedTest.Whole#two");
        }
    }

    /** Is cut in two. */
    @Nested
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class Divided {

        @Test
        @Order(1)
        void before() {
            Bodies.ran("NestedTest.Divided#before");
        }

        @Test
        @Order(2)
        void crashes() {
            Bodies.ran("NestedTest.Divided#crashes");
            Crash.here();
        }

        @Test
        @Order(3)
        void after() {
            Bodies.ran("NestedTest.Divided#after");
        }

        /** And one level deeper. */
        @Nested
        class Deeper {

            @Test
            void below() {
                Bodies.ran("NestedTest.Divided.Deeper#below");
            }
        }
    }

    /** Is skipped, once. */
    @Nested
    @Disabled("as a whole")
    class Skipped {

        @Test
        void never() {}
    }
}
