package clash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How two classes wait for each other. */
final class Alignment {
    private static final int MOST = 1_000;

    private Alignment() {}

    static void of(String own, String other) throws IOException, InterruptedException {
        if (!"verdict".equals(System.getProperty("run"))) {
            return;
        }
        Files.writeString(Path.of("target", "here-" + own), own);
        for (int i = 0; i < MOST && !Files.exists(Path.of("target", "here-" + other)); i++) {
            Thread.sleep(10);
        }
    }
}
