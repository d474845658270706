import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The most memory a process and all below it had at a time, looked at every 100 ms. */
final class Memory implements Runnable {
    private static final int PAUSE_MILLIS = 100;
    private static final double PAGES_PER_MIB = 256;

    private final ProcessHandle root;
    private final Thread thread = new Thread(this, "memory");
    private volatile boolean ended;
    private double peak;

    Memory(ProcessHandle root) {
        this.root = root;
        thread.start();
    }

    @Override
    public void run() {
        while (!ended) {
            peak = Math.max(peak, Stream.concat(Stream.of(root), root.descendants()).mapToDouble(Memory::of).sum());
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** In MiB; what is shared is counted for each. */
    private static double of(ProcessHandle process) {
        try {
            String pages = Files.readString(Path.of("/proc", Long.toString(process.pid()), "statm")).split(" ")[1];
            return Long.parseLong(pages) / PAGES_PER_MIB;
        } catch (IOException e) {
            return 0; // gone
        }
    }

    double end() throws InterruptedException {
        ended = true;
        thread.join();
        return peak;
    }
}
