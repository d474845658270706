package io.github.isolation.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is said while tests run comes to whoever knows best what to do with it; and wishes to retire are taken once. */
final class NoticesTest {
    private final PrintStream out = System.out;

    @AfterEach
    void printAgain() {
        System.setOut(out);
        Notices.listen(line -> System.out.println(line));
    }

    @Test
    void whoeverListensLastHearsIt() {
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        Notices.listen(first::add);
        Notices.say("one");
        Notices.listen(second::add);
        Notices.say("two");
        assertEquals(List.of("one"), first);
        assertEquals(List.of("two"), second);
    }

    /** In a JVM of its own, as in an IDE: in this one somebody may listen already. */
    @Test
    void whereNobodyListensItIsPrintedAndATestWithoutAnOutputIsLeftAlone() throws Exception {
        Process other = Jvm.start(Says.class);
        try {
            assertEquals(
                    "heard" + System.lineSeparator(),
                    new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertEquals(0, other.waitFor());
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    /** Says one thing on an output of its own, and one where there is none. */
    static final class Says {
        private Says() {}

        public static void main(String[] arguments) {
            PrintStream own = System.out;
            ByteArrayOutputStream heard = new ByteArrayOutputStream();
            System.setOut(new PrintStream(heard, true, StandardCharsets.UTF_8));
            Notices.say("heard");
            System.setOut(null);
            Notices.say("not heard");
            own.print(heard.toString(StandardCharsets.UTF_8));
            own.flush();
        }
    }

    @Test
    void aWishToRetireKeepsItsFirstReasonAndIsTakenOnce() {
        assertNull(RetireRequest.take());
        RetireRequest.make("after the context was lost");
        RetireRequest.make("for another reason");
        assertEquals("after the context was lost", RetireRequest.take());
        assertNull(RetireRequest.take());
    }

    @Test
    void aLockToWriteIsTheStrongerOne() {
        assertEquals(LockMode.READ, LockMode.READ.and(LockMode.READ));
        assertEquals(LockMode.WRITE, LockMode.READ.and(LockMode.WRITE));
        assertEquals(LockMode.WRITE, LockMode.WRITE.and(LockMode.READ));
    }

    @Test
    void theCacheIsInTheLocalRepositoryOfWhoeverRuns() {
        String home = System.getProperty("user.home");
        try (InNoFork noFork = new InNoFork()) {
            System.setProperty("user.home", "/home/somebody");
            assertEquals(
                    "/home/somebody/.m2/repository/.cache/isolation",
                    ForkProperties.defaultCacheDirectory().toString(),
                    noFork::toString);
            System.clearProperty("user.home");
            String message = assertThrows(IllegalStateException.class, ForkProperties::defaultCacheDirectory)
                    .getMessage();
            assertEquals(
                    "the system property user.home is not set, so nobody knows where fixtures are kept; set"
                            + " isolation.cacheDirectory",
                    message);
        } finally {
            System.setProperty("user.home", home);
        }
    }
}
