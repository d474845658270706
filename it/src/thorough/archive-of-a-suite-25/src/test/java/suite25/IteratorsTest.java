package suite25;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.commons.collections4.FunctorException;
import org.apache.commons.collections4.IterableUtils;
import org.apache.commons.collections4.IteratorUtils;
import org.apache.commons.collections4.functors.ExceptionTransformer;
import org.apache.commons.collections4.iterators.PermutationIterator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IteratorsTest {
    @Test
    void permute() {
        assertEquals(
                6,
                IteratorUtils.toList(new PermutationIterator<>(List.of(1, 2, 3)))
                        .size());
    }

    @Nested
    class Chains {
        @Test
        void goOn() {
            assertEquals(4, IterableUtils.size(IterableUtils.chainedIterable(List.of(1, 2), List.of(3, 4))));
        }

        @Test
        void goBack() {
            assertEquals(2, IterableUtils.get(IterableUtils.reversedIterable(List.of(1, 2)), 0));
        }
    }

    /** An exception of the jar's own. */
    @Test
    void throwUp() throws FunctorException {
        ExceptionTransformer.<String, String>exceptionTransformer().transform("a");
    }
}
