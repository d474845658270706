package modular;

/** What is tested. */
public final class Greeting {

    private Greeting() {}

    static String text() {
        return "hello";
    }
}
