package io.github.isolation.process;

import java.io.IOException;
import java.util.List;

/** A supervisor's door in a JVM of its own: says where it is, and then what it hears, a line each. Ends with its input. */
final class HoldsDoor implements WorkerObserver {
    private HoldsDoor() {}

    public static void main(String[] arguments) throws IOException {
        WorkerObserver observer = new HoldsDoor();
        try (Door door = Door.open(observer)) {
            for (int serial = 1; serial <= 2; serial++) {
                say(door.expect(new Worker(serial, observer), false).toConnectionString());
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
