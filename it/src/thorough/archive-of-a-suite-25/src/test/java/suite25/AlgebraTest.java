package suite25;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;

class AlgebraTest {
    private final RealMatrix matrix = new Array2DRowRealMatrix(new double[][] {{2, 1}, {1, 3}});

    @Test
    void solves() {
        assertEquals(
                1,
                new LUDecomposition(matrix)
                        .getSolver()
                        .solve(new ArrayRealVector(new double[] {3, 4}))
                        .getEntry(0),
                1e-9);
    }

    @Test
    void decomposes() {
        assertEquals(5, new EigenDecomposition(matrix).getDeterminant(), 1e-9);
        assertEquals(2, new SingularValueDecomposition(matrix).getRank());
    }

    /** As the others: what fails fails with an archive, too. */
    @Test
    void fails() {
        assertEquals(4, new LUDecomposition(matrix).getDeterminant(), 1e-9);
    }
}
