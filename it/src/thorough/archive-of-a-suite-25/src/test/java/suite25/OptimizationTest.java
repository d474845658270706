package suite25;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.SimpsonIntegrator;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.exception.NoBracketingException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OptimizationTest {
    private final UnivariateFunction square = x -> x * x - 2;

    @Test
    void findsARoot() {
        assertEquals(Math.sqrt(2), new BrentSolver().solve(100, square, 0, 2), 1e-5);
    }

    @Nested
    class Integrals {
        @Test
        void areSums() {
            assertEquals(-4.0 / 3, new SimpsonIntegrator().integrate(1000, square, 0, 2), 1e-5);
        }

        @Test
        void ofSplines() {
            double[] x = {0, 1, 2, 3};
            assertEquals(1, new SplineInterpolator().interpolate(x, new double[] {0, 1, 4, 9}).value(1), 1e-9);
        }
    }

    /** An exception of the jar's own. */
    @Test
    void throwsUp() throws NoBracketingException {
        new BrentSolver().solve(100, square, 5, 6);
    }
}
