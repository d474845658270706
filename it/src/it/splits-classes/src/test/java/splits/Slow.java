package splits;

import io.github.isolation.it.support.Bodies;
import java.time.Duration;

/** What every test here does: it notes that it ran, says so, and takes its time. */
final class Slow {
    private static final int MILLIS = 100;
    private static final String MEET = System.getProperty("meet", "");
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Slow() {}

    static void test(String name) throws InterruptedException {
        Bodies.ran(name + " " + ProcessHandle.current().pid());
        System.out.println("this is " + name);
        Thread.sleep(MILLIS);
    }

    /**
     * With {@code -Dmeet} and a part of the name of its class, a test takes two seconds until another JVM has begun one of that class: eight such tests outlast the
     * start of a JVM on a busy machine, and what other forks have to do. It ends then all the same, since invocations are handed out between two of them.
     */
    static void shared(String type, String test) throws InterruptedException {
        test(type + "#" + test);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!MEET.isEmpty() && type.contains(MEET) && isAloneWith(type) && System.nanoTime() < end) {
            Thread.sleep(20);
        }
    }

    private static boolean isAloneWith(String type) {
        String here = " " + ProcessHandle.current().pid();
        return Bodies.soFar().stream().filter(body -> body.startsWith(type)).allMatch(body -> body.endsWith(here));
    }
}
