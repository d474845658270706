package splits;

import io.github.isolation.Isolation;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Its arguments come in another order in each fork: no number means the same in two of them. */
class ShuffledInvocations {
    static List<Integer> numbers() {
        List<Integer> numbers = IntStream.rangeClosed(1, 16).boxed().collect(Collectors.toList());
        Collections.rotate(numbers, 3 * Integer.parseInt(Isolation.fork().slot()));
        return numbers;
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void number(int number) throws Exception {
        Slow.shared("ShuffledInvocations", "number " + number);
    }
}
