package io.github.isolation.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of eight numbers, those with which something happens; and how many questions that takes. */
class SmallestTest {
    private static final List<Integer> EIGHT =
            IntStream.rangeClosed(1, 8).boxed().toList();

    private int questions;

    /** It happens with all of these. */
    private Optional<List<Integer>> found(List<Integer> all, Integer... needed) throws Exception {
        return Smallest.of(all, some -> {
            questions++;
            return some.containsAll(List.of(needed));
        });
    }

    @Test
    void fourAreAFewAndFiveAreTooMany() throws Exception {
        assertEquals(Optional.of(List.of(1, 3, 5, 7)), found(EIGHT, 1, 3, 5, 7));
        assertEquals(Optional.empty(), found(EIGHT, 1, 3, 5, 7, 8));
        assertEquals(Optional.empty(), found(EIGHT, 1, 2, 3, 4, 5, 6, 7, 8));
    }

    @Test
    void oneTakesAsManyQuestionsAsTheListCanBeHalvedAndOneMore() throws Exception {
        assertEquals(Optional.of(List.of(3)), found(EIGHT, 3));
        assertEquals(4, questions);
    }

    /** Behind the last there is nobody who might be needed as well. */
    @Test
    void ofTheLastItIsNotAskedWhetherItIsEnough() throws Exception {
        assertEquals(Optional.of(List.of(8)), found(EIGHT, 8));
        assertEquals(3, questions);
    }

    /** It is said to happen with all of them, so that need not be asked. */
    @Test
    void theOnlyOneIsTheOne() throws Exception {
        assertEquals(Optional.of(List.of(1)), found(List.of(1), 1));
        assertEquals(0, questions);
    }

    @Test
    void amongNobodyNobodyIsFound() throws Exception {
        assertEquals(Optional.empty(), found(List.of()));
    }

    /** What comes behind the first that was found may be needed as well, and what came before it is not. */
    @Test
    void twoThatStandSideBySideAreBothFound() throws Exception {
        assertEquals(Optional.of(List.of(4, 5)), found(EIGHT, 4, 5));
        assertEquals(Optional.of(List.of(7, 8)), found(EIGHT, 7, 8));
    }
}
