package prints;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names, messages and output of whatever bytes and characters there are, and then a death with such words. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PrintsAnything {
    private static final String ODD =
            "\u0000\u0001\u001b[31m\u007f\u0085\ud83d\ude00\ud800\udc00\ud800 \ufffe\uffff]]>&<\"'\r\t";

    static Stream<String> texts() {
        Random random = new Random(7);
        return IntStream.range(0, 100).mapToObj(i -> {
            StringBuilder text = new StringBuilder(i + ODD.substring(0, i % (ODD.length() + 1)));
            for (int n = random.nextInt(30); n > 0; n--) {
                text.append((char) (random.nextBoolean() ? random.nextInt(0xa0) : random.nextInt(0x10000)));
            }
            return text.toString();
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    @Order(1)
    void fails(String text) throws IOException {
        System.out.println(text);
        System.err.print(text);
        byte[] bytes = new byte[100];
        new Random(text.hashCode()).nextBytes(bytes);
        past(bytes);
        if (text.length() % 2 == 0) {
            throw new IllegalStateException(text);
        }
    }

    @Test
    @Order(2)
    void dies() throws IOException {
        past(("no more " + ODD + "\n").getBytes("UTF-8"));
        past(("and ever \uffff less\n").getBytes("UTF-8"));
        Runtime.getRuntime().halt(3);
    }

    private static void past(byte[] bytes) throws IOException {
        new FileOutputStream(FileDescriptor.err).write(bytes);
    }
}
