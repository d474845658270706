package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.supervisor.core.RunStatistics;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SummaryLineTest {
    @Test
    void theLedgersOwnLineIsUnderstood() {
        assertEquals(OptionalLong.of(0), SummaryLine.results(new RunStatistics().summary(2)));
    }

    @Test
    void testsAndDiscoveryErrorsAreResults() {
        assertEquals(
                OptionalLong.of(1_237),
                SummaryLine.results(
                        "isolation: 1,234 tests in 2 forks, 3 workers (1 crashed), 3 discovery errors, 1 crash,"
                                + " 0 timeouts, 0 not run"));
    }

    @Test
    void otherLinesAreNot() {
        assertEquals(OptionalLong.empty(), SummaryLine.results("isolation: fork 1 could not be put in order"));
        assertEquals(OptionalLong.empty(), SummaryLine.results("12 tests in 2 forks"));
    }
}
