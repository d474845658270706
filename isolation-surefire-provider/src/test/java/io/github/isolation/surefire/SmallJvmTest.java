package io.github.isolation.surefire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A worker that lives for a second gets what starts it sooner, unless the user has chosen otherwise. */
class SmallJvmTest {
    private static final String SIMPLE = "-XX:TieredStopAtLevel=1";
    private static final String PATIENT = "-XX:CompileThresholdScaling=10";
    private static final String SERIAL = "-XX:+UseSerialGC";

    @Test
    void whoChoosesNothingGetsAll() {
        assertEquals(List.of(SIMPLE, PATIENT, SERIAL), SmallJvm.options(List.of("-Xmx1g", "-ea", "-Dx=y")));
    }

    @Test
    void whatTheUserChoosesStays() {
        assertEquals(List.of(SERIAL), SmallJvm.options(List.of("-XX:-TieredCompilation")));
        assertEquals(List.of(SERIAL), SmallJvm.options(List.of("-Xint")));
        assertEquals(List.of(SIMPLE, PATIENT), SmallJvm.options(List.of("-XX:+UseZGC")));
        assertEquals(List.of(SIMPLE, PATIENT), SmallJvm.options(List.of("-Xlog:gc*")));
        assertEquals(List.of(), SmallJvm.options(List.of("@options.txt")));
    }
}
