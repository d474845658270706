package killed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processes that a test has started, and that would run for a long time. */
final class Started {
    private static final String WAITS = "sh -c 'echo $$; exec sleep 300'";

    private Started() {}

    /** A child; one whose parent is gone; and one that has lost the environment as well. Their numbers are written down. */
    static void all() throws IOException {
        String script = "env -i " + WAITS + " & (" + WAITS + " &); exec " + WAITS;
        Process child =
                new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
        var reader = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
        List<String> numbers = new ArrayList<>();
        while (numbers.size() < 3) {
            numbers.add(reader.readLine());
        }
        Path place = Files.createDirectories(Path.of("target", "started-" + System.getProperty("run")));
        Files.write(place.resolve(Long.toString(ProcessHandle.current().pid())), numbers);
    }
}
