package io.github.isolation.process;

import java.io.IOException;
import java.util.List;

/** A supervisor's server in a JVM of its own: says where it is, and then what it hears, a line each. Ends with its input. */
final class HoldsWorkerServer implements WorkerObserver {
    private HoldsWorkerServer() {}

    public static void main(String[] arguments) throws IOException {
        WorkerObserver observer = new HoldsWorkerServer();
        try (WorkerServer server = WorkerServer.open(observer)) {
            for (int serial = 1; serial <= 2; serial++) {
                say(server.expect(new Worker(serial, observer), false).toConnectionString());
            }
            while (System.in.read() >= 0) {
                // It is told nothing; it waits for the end.
            }
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
    }

    @Override
    public void failed(Throwable thrown) {
        say("failed: " + thrown);
    }

    @Override
    public void heard(int serial, List<Said> events, int bytes) {
        events.forEach(said -> say(serial + " " + said.event().getClass().getSimpleName()));
    }

    @Override
    public void garbled(int serial, String message) {
        say(serial + " garbled: " + message);
    }

    @Override
    public void channelEnded(int serial) {
        say(serial + " ended");
    }

    @Override
    public void line(int serial, String line, boolean stdout) {
        say(serial + " printed: " + line);
    }

    @Override
    public void exited(int serial, int status) {
        say(serial + " exited: " + status);
    }

    @Override
    public void warning(String message) {
        say("warning: " + message);
    }
}
