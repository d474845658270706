package io.github.isolation.process;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Notes what it hears of workers, a line each, and waits for what is to come. */
final class Notes implements WorkerObserver {
    /** So that a test which waits for what does not come ends by itself. */
    private static final long PATIENCE_SECONDS = 60;

    final List<String> all = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> next = new LinkedBlockingQueue<>();

    /** Waits for this line, and says what came before it. */
    List<String> await(String line) throws InterruptedException {
        List<String> before = new ArrayList<>();
        while (true) {
            String heard = next.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertNotNull(heard, () -> "'" + line + "' did not come, but " + all);
            if (heard.startsWith(line)) {
                return before;
            }
            before.add(heard);
        }
    }

    private void note(String line) {
        all.add(line);
        next.add(line);
    }

    @Override
    public void heard(int serial, List<Said> events, int bytes) {
        events.forEach(said -> note(serial + " says " + said.number() + " " + said.event()));
    }

    @Override
    public void garbled(int serial, String message) {
        note(serial + " garbled: " + message);
    }

    @Override
    public void channelEnded(int serial) {
        note(serial + " channel ended");
    }

    @Override
    public void line(int serial, String line, boolean stdout) {
        note(serial + (stdout ? " out: " : " err: ") + line);
    }

    @Override
    public void exited(int serial, int status) {
        note(serial + " exited " + status);
    }

    @Override
    public void failed(Throwable thrown) {
        note("failed: " + thrown);
    }

    @Override
    public void warning(String message) {
        note("warning: " + message);
    }
}
