package io.github.isolation.report;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatheringOutputTest {
    /** What arrived with each write. */
    private final List<String> arrived = new ArrayList<>();

    private final GatheringOutput output = new GatheringOutput(new ByteArrayOutputStream() {
        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            arrived.add(new String(bytes, from, length, US_ASCII));
        }
    });

    @Test
    void isAnOrdinaryStreamWhileNothingIsGathered() throws IOException {
        say("a");
        say("b");

        assertEquals(List.of("a", "b"), arrived);
    }

    @Test
    void whatIsFlushedWhileItGathersArrivesInOnePiece() throws IOException {
        output.gather();
        say("a");
        say("b");
        assertEquals(List.of(), arrived);

        output.deliver();
        assertEquals(List.of("ab"), arrived);

        say("c");
        assertEquals(List.of("ab", "c"), arrived);
    }

    @Test
    void whatIsTooLongForThatArrivesAtOnceAndInOrder() throws IOException {
        String more = "x".repeat(70_000);
        output.gather();
        say("a");
        say(more);

        assertEquals("a" + more, String.join("", arrived));
    }

    private void say(String event) throws IOException {
        output.write(event.getBytes(US_ASCII));
        output.flush();
    }
}
