package io.github.isolation.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.protocol.Endpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** L21: a fault of ours while a worker is started is a worker that did not start, and no fork waits for it. */
final class FaultyBlueprintTest {
    private final List<String> heard = new ArrayList<>();

    @Test
    void whateverIsThrownTheWorkerHasEndedAndTheReasonIsKnown() throws IOException {
        launch(1, () -> new IllegalStateException("a fault of ours"));
        launch(2, () -> new NoClassDefFoundError("io/github/isolation/Gone"));
        assertEquals(
                List.of(
                        "1 java.lang.IllegalStateException: a fault of ours",
                        "1 channel ended",
                        "1 exited -1",
                        "2 java.lang.NoClassDefFoundError: io/github/isolation/Gone",
                        "2 channel ended",
                        "2 exited -1"),
                heard);
    }

    private void launch(int serial, Supplier<Throwable> fault) throws IOException {
        Blueprint blueprint = new Blueprint() {
            @Override
            public String nonceVariable() {
                return "NONCE";
            }

            @Override
            public ProcessBuilder prepare(int number, int fork, boolean spare, Endpoint endpoint) {
                Throwable thrown = fault.get();
                if (thrown instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) thrown;
            }
        };
        try (Workers workers = new Workers(blueprint, new Listens())) {
            workers.launch(serial, 1, false);
        }
    }

    /** Writes down what it hears of a worker. */
    private final class Listens implements WorkerObserver {
        @Override
        public void failed(Throwable thrown) {
            heard.add("failed " + thrown);
        }

        @Override
        public void heard(int serial, List<Said> events, int bytes) {
            heard.add(serial + " says " + events);
        }

        @Override
        public void garbled(int serial, String message) {
            heard.add(serial + " garbled " + message);
        }

        @Override
        public void channelEnded(int serial) {
            heard.add(serial + " channel ended");
        }

        @Override
        public void line(int serial, String line, boolean stdout) {
            heard.add(serial + " " + line);
        }

        @Override
        public void exited(int serial, int status) {
            heard.add(serial + " exited " + status);
        }

        @Override
        public void warning(String message) {
            heard.add("warning " + message);
        }
    }
}
