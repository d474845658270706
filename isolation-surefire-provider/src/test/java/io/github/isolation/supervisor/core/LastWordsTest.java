package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a worker is quoted with when it dies. */
class LastWordsTest {
    @Test
    void whatTheJvmSaysOfAnAgentIsNotTakenForTheReasonOfItsDeath() {
        LastWords words = new LastWords();
        words.remember("libgpu: context lost", false);
        words.remember(
                "OpenJDK 64-Bit Server VM warning: Sharing is only supported for boot loader classes because bootstrap"
                        + " classpath has been appended",
                false);
        assertEquals(List.of("libgpu: context lost"), words.tail());
    }
}
