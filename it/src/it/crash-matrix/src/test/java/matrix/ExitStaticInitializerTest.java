package matrix;

/** Ends when it is first used. */
class ExitStaticInitializerTest extends Three {

    static {
        System.exit(3);
    }
}
