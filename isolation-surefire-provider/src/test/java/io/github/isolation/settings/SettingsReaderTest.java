package io.github.isolation.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What was asked for wins, and what was asked for without a value was not asked for. */
class SettingsReaderTest {
    private final Properties properties = new Properties();
    private final SettingsReader reader = new SettingsReader(properties);

    @Test
    void whereNothingWasAskedForTheDefaultHolds() {
        assertEquals(Duration.ofSeconds(5), reader.get(KnownSettings.GRACE_PERIOD));
        assertEquals(ReseedPolicy.ON_REPLACE, reader.get(KnownSettings.RESEED));
        assertEquals(List.of(), reader.get(KnownSettings.PORTS));
    }

    @Test
    void whatWasAskedForIsRead() {
        properties.setProperty("isolation.gracePeriod", " 500ms ");
        properties.setProperty("isolation.reseed", "everyClass");
        properties.setProperty("isolation.ports", "http, grpc");
        assertEquals(Duration.ofMillis(500), reader.get(KnownSettings.GRACE_PERIOD));
        assertEquals(ReseedPolicy.EVERY_CLASS, reader.get(KnownSettings.RESEED));
        assertEquals(List.of("http", "grpc"), reader.get(KnownSettings.PORTS));
    }

    @Test
    void aValueOfBlanksIsNone() {
        properties.setProperty("isolation.gracePeriod", " ");
        properties.setProperty("isolation.maxCrashes", "\t");
        assertEquals(Duration.ofSeconds(5), reader.get(KnownSettings.GRACE_PERIOD));
        assertEquals(3, reader.get(KnownSettings.MAX_CRASHES, 3));
    }

    @Test
    void aSettingWithoutADefaultGetsWhatTheCallerSays() {
        assertEquals(7, reader.get(KnownSettings.SPARES, 7));
        properties.setProperty("isolation.spares", "0");
        assertEquals(0, reader.get(KnownSettings.SPARES, 7));
    }

    /** Whoever asks has looked for problems before; if not, it is a fault, and no default hides it. */
    @Test
    void whatCannotBeUnderstoodIsNotTakenForTheDefault() {
        properties.setProperty("isolation.gracePeriod", "soon");
        assertThrows(IllegalArgumentException.class, () -> reader.get(KnownSettings.GRACE_PERIOD));
        assertThrows(IllegalArgumentException.class, () -> reader.get(KnownSettings.GRACE_PERIOD, Duration.ZERO));
    }

    @Test
    void otherPropertiesAreNobodysSettings() {
        properties.setProperty("gracePeriod", "1s");
        properties.setProperty("isolation.graceperiod", "1s");
        assertEquals(Duration.ofSeconds(5), reader.get(KnownSettings.GRACE_PERIOD));
    }
}
