package suite25;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.inference.TTest;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsTest {
    @ParameterizedTest
    @ValueSource(ints = {3, 30, 300})
    void describes(int number) {
        DescriptiveStatistics statistics = new DescriptiveStatistics();
        SimpleRegression regression = new SimpleRegression();
        for (int i = 0; i < number; i++) {
            statistics.addValue(i);
            regression.addData(i, 2 * i);
        }
        assertTrue(statistics.getMean() < number && regression.getSlope() > 1.9);
    }

    @Test
    void infers() {
        double p = new TTest().tTest(0, new double[] {1, 2, 3, 4});
        assertTrue(p < 0.2 && new NormalDistribution().cumulativeProbability(0) > 0.49);
    }

    @Test
    void isAborted() {
        assumeTrue(new DescriptiveStatistics().getN() > 0);
    }

    @Test
    @Disabled("as the others")
    void isLeftOut() {}
}
