package io.github.isolation.surefire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A worker that lives for a second gets what starts it sooner, unless the user has chosen otherwise. */
class SmallJvmTest {
    private static final String SIMPLE = "-XX:TieredStopAtLevel=1";
    private static final String PATIENT = "-XX:CompileThresholdScaling=10";
    private static final String SERIAL = "-XX:+UseSerialGC";
    private static final String NATIVE = "-Djdk.reflect.useNativeAccessorOnly=true";

    @Test
    void whoChoosesNothingGetsAll() {
        assertEquals(List.of(SIMPLE, PATIENT, SERIAL), SmallJvm.options(List.of("-Xmx1g", "-ea", "-Dx=y"), 17));
    }

    @Test
    void noClassesAreMadeForReflectionWhereTheJdkWould() {
        assertEquals(List.of(SIMPLE, PATIENT, SERIAL, NATIVE), SmallJvm.options(List.of(), 18));
    }

    @Test
    void whatTheUserChoosesStays() {
        assertEquals(List.of(SERIAL), SmallJvm.options(List.of("-XX:-TieredCompilation"), 17));
        assertEquals(List.of(SERIAL), SmallJvm.options(List.of("-Xint"), 17));
        assertEquals(List.of(SIMPLE, PATIENT), SmallJvm.options(List.of("-XX:+UseZGC"), 17));
        assertEquals(List.of(SIMPLE, PATIENT), SmallJvm.options(List.of("-Xlog:gc*"), 17));
        assertEquals(
                List.of(SIMPLE, PATIENT, SERIAL),
                SmallJvm.options(List.of("-Djdk.reflect.useNativeAccessorOnly=false"), 25));
        assertEquals(List.of(), SmallJvm.options(List.of("@options.txt"), 25));
    }
}
