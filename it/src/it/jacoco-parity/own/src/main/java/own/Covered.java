package own;

/** Each of these is called by one test. */
public final class Covered {

    private Covered() {}

    static void byAWorkerThatRetires() {}

    static void byAnotherOne() {}

    static void beforeAnExit() {}

    static void afterAnExit() {}

    static void beforeAHalt() {}

    static void afterAHalt() {}

    static void beforeATimeout() {}

    static void afterATimeout() {}

    static void byNobody() {}
}
