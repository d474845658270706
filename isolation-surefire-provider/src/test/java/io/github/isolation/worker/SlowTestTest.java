package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Command;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SlowTestTest {
    private static final String ID = "[engine:e]/[class:p.A]/[method:a()]";

    private final FakeConversation supervisor = new FakeConversation();
    private final CurrentTest tests = new CurrentTest();
    private final TestThread testThread = new TestThread();
    private final SlowTest slow = new SlowTest(supervisor, tests, testThread, new Guard(supervisor, new Resume(), "1"));

    @Test
    void whereATestIsIsToldOnceWhileItDoesNotMove() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        Thread thread = waiting(over);
        try {
            Command.ShowStack question = new Command.ShowStack(ID, SlowTestTest.class.getName(), "p.A.a");
            slow.tell(question);
            slow.tell(question);
        } finally {
            over.countDown();
            thread.join();
        }
        assertEquals(1, supervisor.lines().size());
        String line = supervisor.lines().get(0);
        assertTrue(line.startsWith("isolation: p.A.a is in thread \"slow\" (WAITING):\n    at "), line);
        assertTrue(line.contains(SlowTestTest.class.getName()), line);
    }

    @Test
    void aTestWhoseThreadIsNotKnownIsLookedForWhereTestsRun() {
        testThread.begin();
        slow.tell(new Command.ShowStack("", SlowTestTest.class.getName(), "p.A.a"));
        assertTrue(
                supervisor.lines().get(0).contains("\"" + Thread.currentThread().getName() + "\""));
    }

    @Test
    void beforeAnyTestThereIsNothingToShow() {
        slow.tell(new Command.ShowStack(ID, "p.A", "p.A.a"));
        assertEquals(List.of(), supervisor.told);
    }

    @Test
    void whatGoesWrongIsALineLess() {
        testThread.begin();
        supervisor.failWith(new OutOfMemoryError("as if"));
        slow.tell(new Command.ShowStack("", "p.A", "p.A.a"));
        assertEquals(List.of(), supervisor.told);
    }

    private Thread waiting(CountDownLatch over) {
        Thread thread = new Thread(
                () -> {
                    tests.begins(ID, false);
                    try {
                        over.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "slow");
        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return thread;
    }

    @Test
    void theFirstFramesAndThePlaceInTheTest() {
        String frames =
                SlowTest.frames(stack("a.A", "b.B", "c.C", "d.D", "e.E", "f.F", "t.Some$Nested", "t.Some"), "t.Some");
        assertEquals(lines("a.A", "b.B", "c.C", "d.D", "e.E") + "\n    ..." + lines("t.Some$Nested"), frames);
    }

    @Test
    void nothingIsLeftOutBetweenNeighbours() {
        assertEquals(
                lines("a.A", "b.B", "c.C", "d.D", "e.E", "t.Some"),
                SlowTest.frames(stack("a.A", "b.B", "c.C", "d.D", "e.E", "t.Some", "j.J"), "t.Some"));
    }

    @Test
    void aTestThatIsAmongTheFirstIsNotShownTwiceAndOneThatIsNowhereNotAtAll() {
        assertEquals(lines("a.A", "t.Some", "j.J"), SlowTest.frames(stack("a.A", "t.Some", "j.J"), "t.Some"));
        assertEquals(
                lines("a.A", "b.B", "c.C", "d.D", "e.E"),
                SlowTest.frames(stack("a.A", "b.B", "c.C", "d.D", "e.E", "f.F", "t.Somebody"), "t.Some"));
        assertEquals("", SlowTest.frames(stack(), "t.Some"));
    }

    private static StackTraceElement[] stack(String... classes) {
        return Stream.of(classes)
                .map(name -> new StackTraceElement(name, "m", "F.java", 7))
                .toArray(StackTraceElement[]::new);
    }

    private static String lines(String... classes) {
        StringBuilder text = new StringBuilder();
        for (String name : classes) {
            text.append("\n    at ").append(name).append(".m(F.java:7)");
        }
        return text.toString();
    }
}
