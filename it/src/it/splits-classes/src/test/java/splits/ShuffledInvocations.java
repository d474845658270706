package splits;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Its arguments come in another order in each JVM. */
class ShuffledInvocations {
    static List<Integer> numbers() {
        List<Integer> numbers = IntStream.rangeClosed(1, 16).boxed().collect(Collectors.toList());
        Collections.shuffle(numbers, new Random(ProcessHandle.current().pid()));
        return numbers;
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void number(int number) throws Exception {
        Slow.test("ShuffledInvocations#number " + number, Integer.getInteger("long", 100));
    }
}
