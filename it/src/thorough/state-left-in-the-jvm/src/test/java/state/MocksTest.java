package state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.mockito.MockedStatic;

/** Mockito's inline mocks change classes that are loaded, of the user's and of the JDK's, as the agent does. Leaves nothing. */
class MocksTest {
    /** Final, so that it takes an inline mock. */
    static final class Clock {
        String time() {
            return "now";
        }

        static String zone() {
            return "here";
        }
    }

    @Test
    void mocks() throws Exception {
        Clock clock = mock(Clock.class);
        when(clock.time()).thenReturn("then");
        assertEquals("then", clock.time());
        try (MockedStatic<Clock> statics = mockStatic(Clock.class)) {
            statics.when(Clock::zone).thenReturn("there");
            assertEquals("there", Clock.zone());
        }
        assertEquals("here", Clock.zone());
        // What has hooks is seen all the same.
        Path own = Path.of("target/mocks.txt");
        Files.writeString(own, clock.time());
        Files.delete(own);
    }
}
