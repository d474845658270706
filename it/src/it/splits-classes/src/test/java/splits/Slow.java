package splits;

import io.github.isolation.it.support.Bodies;

/** What every test here does: it notes that it ran, says so, and takes its time. */
final class Slow {
    private static final int MILLIS = 100;

    private Slow() {}

    static void test(String name) throws InterruptedException {
        test(name, MILLIS);
    }

    static void test(String name, int millis) throws InterruptedException {
        Bodies.ran(name + " " + ProcessHandle.current().pid());
        System.out.println("this is " + name);
        Thread.sleep(millis);
    }
}
