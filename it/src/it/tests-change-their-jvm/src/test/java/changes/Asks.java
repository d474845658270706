package changes;

import io.github.isolation.Isolation;

/** What a test can ask about its fork: all that no other fork may have. */
public final class Asks {
    private Asks() {}

    public static String now() {
        return String.join(
                "\t",
                Isolation.fork().slot(),
                Isolation.fork().runId(),
                Isolation.fork().directory().toString(),
                Isolation.name("queue"),
                Isolation.fixture("words").toString(),
                Integer.toString(Isolation.port("web")),
                Integer.toString(Isolation.port("other")));
    }
}
