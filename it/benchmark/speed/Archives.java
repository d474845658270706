import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An archive is made in the background of a build and may outlast it; what is measured comes after that. */
final class Archives {
    private static final long LONGEST_SECONDS = 60;

    private Archives() {}

    static void await(Path repository) throws IOException, InterruptedException {
        Path archives = repository.resolve(".cache/isolation/cds");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (ProcessHandle.allProcesses().anyMatch(process -> trains(process, archives))
                && System.nanoTime() < deadline) {
            // Another process trains; a pair of builds must not be measured beside it.
            Thread.sleep(100);
        }
    }

    private static boolean trains(ProcessHandle process, Path archives) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains(archives.toString()) && line.contains("isolation.archive.training"))
                .isPresent();
    }
}
