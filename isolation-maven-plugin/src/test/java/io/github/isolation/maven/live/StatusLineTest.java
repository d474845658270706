package io.github.isolation.maven.live;

import static io.github.isolation.maven.live.StatusLine.ERASE;
import static io.github.isolation.maven.live.StatusLine.NO_WRAP;
import static io.github.isolation.maven.live.StatusLine.WRAP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** It is there when nobody prints, and in nobody's way. */
class StatusLineTest {
    private static final String LINE = NO_WRAP + "3 of 4" + WRAP;

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final StatusLine line = new StatusLine(terminal, UTF_8);
    private final PrintStream out = line.watch(new PrintStream(terminal, true, UTF_8));
    private final PrintStream err = line.watch(new PrintStream(terminal, true, UTF_8));

    private String sent() {
        return terminal.toString(UTF_8);
    }

    @Test
    void itGoesBeforeAnythingIsPrintedAndComesBackAfterwards() throws Exception {
        out.println("[INFO] before");
        line.show("3 of 4");
        out.println("[INFO] one");
        err.println("[INFO] two");
        line.show("3 of 4");
        line.close();
        assertEquals("[INFO] before\n" + LINE + ERASE + "[INFO] one\n[INFO] two\n" + LINE + ERASE, sent());
    }

    @Test
    void anotherTextTakesItsPlace() throws Exception {
        line.show("2 of 4");
        line.show("3 of 4");
        line.show("3 of 4");
        line.show("");
        line.show("");
        assertEquals(NO_WRAP + "2 of 4" + WRAP + ERASE + LINE + ERASE, sent());
    }

    /** The last: a colour, behind which more is to come. */
    @ParameterizedTest
    @ValueSource(strings = {"half a line", "Progress (1): 10 kB\r", "\u001b[1", "done\n\u001b[31m"})
    void itWaitsForTheEndOfALine(String half) throws Exception {
        out.print(half);
        line.show("3 of 4");
        err.println("from somebody else");
        line.show("3 of 4");
        assertEquals(half + "from somebody else\n", sent());
        out.write(new byte[] {'m', '!', '\n'}, 0, 3);
        line.show("3 of 4");
        assertEquals(half + "from somebody else\nm!\n" + LINE, sent());
    }

    @Test
    void itIsErasedBeforeHalfALineTooAndDoesNotComeBackBeforeTheOtherHalf() throws Exception {
        line.show("3 of 4");
        err.print("half ");
        line.show("3 of 4");
        err.append("a line").append('\n');
        line.show("3 of 4");
        out.write('\n');
        line.close();
        assertEquals(LINE + ERASE + "half a line\n" + LINE + ERASE + "\n", sent());
    }

    @Test
    void whatPrintsNothingLeavesItAlone() throws Exception {
        line.show("3 of 4");
        out.print("");
        out.write(new byte[0], 0, 0);
        out.flush();
        assertEquals(false, out.checkError());
        assertEquals(LINE, sent());
    }

    /** What waits in a buffer would come out in the middle of it. */
    @Test
    void whatWasPrintedBeforeStandsThereBefore() throws Exception {
        PrintStream slow = line.watch(new PrintStream(new BufferedOutputStream(terminal, 1024), false, UTF_8));
        slow.print("[INFO] one\n");
        line.show("3 of 4");
        assertEquals("[INFO] one\n" + LINE, sent());
    }

    @Test
    void onceClosedItIsGone() throws Exception {
        line.show("3 of 4");
        line.close();
        line.close();
        line.show("4 of 4");
        out.println("later");
        assertEquals(LINE + ERASE + "later\n", sent());
    }

    @Test
    void aTerminalThatIsGoneIsToldToWhoeverShowsAndNotToWhoeverPrints() throws Exception {
        StatusLine broken = new StatusLine(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("gone");
                    }
                },
                UTF_8);
        PrintStream watched = broken.watch(new PrintStream(terminal, true, UTF_8));
        assertEquals(
                "gone",
                assertThrows(IOException.class, () -> broken.show("3 of 4")).getMessage());
        watched.println("goes on");
        assertEquals("goes on\n", sent());
    }

    /** Each way to print, with what a stream makes of it that nobody watches. */
    @Test
    void everythingIsPrintedAsItWasPrinted() throws Exception {
        List<Consumer<PrintStream>> ways = List.of(
                to -> to.print(true),
                to -> to.print('ü'),
                to -> to.print(1),
                to -> to.print(2L),
                to -> to.print(3.5f),
                to -> to.print(4.5),
                to -> to.print(new char[] {'a', 'ß'}),
                to -> to.print((String) null),
                to -> to.print("text €\n"),
                to -> to.print((Object) List.of(1)),
                PrintStream::println,
                to -> to.println(true),
                to -> to.println('ü'),
                to -> to.println(1),
                to -> to.println(2L),
                to -> to.println(3.5f),
                to -> to.println(4.5),
                to -> to.println(new char[] {'a', 'ß'}),
                to -> to.println((String) null),
                to -> to.println("text €"),
                to -> to.println((Object) List.of(1)),
                to -> to.printf("%d %s%n", 1, "x"),
                to -> to.printf(Locale.GERMANY, "%.1f%n", 1.5),
                to -> to.append("abc").append("abc", 1, 2).append('\n'),
                to -> to.write('\n'),
                to -> to.write("bytes\n".getBytes(UTF_8), 2, 4),
                to -> to.writeBytes("bytes\n".getBytes(UTF_8)));
        for (Consumer<PrintStream> way : ways) {
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            way.accept(new PrintStream(plain, true, UTF_8));
            terminal.reset();
            line.show("3 of 4");
            way.accept(out);
            String text = plain.toString(UTF_8);
            assertEquals(LINE + ERASE + text, sent());
            terminal.reset();
            line.show("3 of 4");
            assertEquals(text.endsWith("\n") ? LINE : "", sent());
            out.println();
        }
    }

    /** Whoever holds a lock while he prints gets on, whatever others do with the line. */
    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // or it would hang
    void noLockIsHeldWhileOthersPrint() throws Exception {
        PrintStream inTheMiddle = line.watch(new PrintStream(terminal, true, UTF_8) {
            @Override
            public void println(String text) {
                inAnotherThread(() -> {
                    try {
                        line.show("3 of 4");
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                });
                super.println(text);
            }
        });
        inTheMiddle.println("[INFO] one");
        assertEquals("[INFO] one\n", sent());
    }

    /** Nobody knows which of them was the last. */
    @Test
    void ofHalfALineAndAWholeOneAtTheSameTimeItIsNotSaidThatTheLineHasEnded() throws Exception {
        List<PrintStream> both = new ArrayList<>();
        both.add(line.watch(new PrintStream(terminal, true, UTF_8) {
            @Override
            public void print(String text) {
                super.print("whole\n");
                inAnotherThread(() -> both.get(0).write('h'));
            }
        }));
        both.get(0).print("whole\n");
        line.show("3 of 4");
        assertEquals("whole\nh", sent());
        both.get(0).write('\n');
        line.show("3 of 4");
        assertEquals("whole\nh\n" + LINE, sent());
    }

    @Test
    void ofManyWhoPrintAtOnceEveryLineIsWhole() throws Exception {
        int lines = 2_000;
        List<Thread> printers = new ArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        for (PrintStream stream : List.of(out, err, out, err)) {
            int number = printers.size();
            Thread printer = new Thread(() -> {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    return;
                }
                for (int i = 0; i < lines; i++) {
                    stream.println(number + "/" + i);
                }
            });
            printers.add(printer);
            printer.start();
        }
        go.countDown();
        int shows = 0;
        while (printers.stream().anyMatch(Thread::isAlive)) {
            line.show(shows++ + " of 4");
        }
        line.show("4 of 4");
        line.close();
        String[] rows = Screen.of(sent()).split("\n");
        assertEquals(printers.size() * lines, rows.length);
        for (int number = 0; number < printers.size(); number++) {
            String prefix = number + "/";
            List<String> own =
                    Arrays.stream(rows).filter(row -> row.startsWith(prefix)).toList();
            assertEquals(lines, own.size());
            for (int i = 0; i < lines; i++) {
                assertEquals(prefix + i, own.get(i));
            }
        }
    }

    private static void inAnotherThread(Runnable what) {
        Thread thread = new Thread(what);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
