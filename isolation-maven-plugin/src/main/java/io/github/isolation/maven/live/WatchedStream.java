package io.github.isolation.maven.live;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A stream that lets a {@link StatusLine} make room before it passes on what is printed. Each call is passed on as the same call, so
 * that the stream behind it sees to encodings and colours as it did before. Once the line is closed, that is all it does.
 */
@SuppressWarnings("AnnotateFormatMethod") // as PrintStream itself
final class WatchedStream extends PrintStream {
    private final PrintStream to;
    private final StatusLine line;
    private final Column column = new Column();
    private volatile boolean settled = true;

    /**
     * Whether what was printed has ended its line. Of what several threads printed at once nobody knows which came last, but if all
     * of it were whole lines, that makes no difference. Guarded by the line.
     */
    static final class Column {
        private boolean atLineStart = true;
        private boolean wholeLines;
        private int printing;

        void begin() {
            wholeLines |= printing == 0;
            printing++;
        }

        void end(boolean endsLine) {
            wholeLines &= endsLine;
            printing--;
            atLineStart = wholeLines;
        }

        boolean isAtLineStart() {
            return atLineStart;
        }
    }

    WatchedStream(PrintStream to, StatusLine line) {
        super(to);
        this.to = to;
        this.line = line;
    }

    /** What it passes everything on to. */
    PrintStream behind() {
        return to;
    }

    Column column() {
        return column;
    }

    /** Lets nothing that was printed wait in a buffer. */
    void settle() {
        if (!settled) {
            settled = true;
            to.flush();
        }
    }

    private void pass(Consumer<PrintStream> print, boolean endsLine) {
        line.printing(column);
        try {
            print.accept(to);
        } finally {
            settled = false;
            line.printed(column, endsLine);
        }
    }

    private void pass(@Nullable String text) {
        String printed = String.valueOf(text);
        if (!printed.isEmpty()) {
            pass(stream -> stream.print(printed), printed.endsWith("\n"));
        }
    }

    private void passLine(Consumer<PrintStream> println) {
        pass(println, true);
    }

    @Override
    public void write(int b) {
        pass(stream -> stream.write(b), b == '\n');
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (length == 0) {
            to.write(bytes, offset, length);
        } else {
            boolean valid = offset >= 0 && length > 0 && offset <= bytes.length - length;
            pass(stream -> stream.write(bytes, offset, length), valid && bytes[offset + length - 1] == '\n');
        }
    }

    @Override
    public void flush() {
        to.flush();
    }

    @Override
    public void close() {
        to.close();
    }

    @Override
    public boolean checkError() {
        return to.checkError();
    }

    @Override
    public void print(boolean b) {
        pass(String.valueOf(b));
    }

    @Override
    public void print(char c) {
        pass(String.valueOf(c));
    }

    @Override
    public void print(int i) {
        pass(String.valueOf(i));
    }

    @Override
    public void print(long l) {
        pass(String.valueOf(l));
    }

    @Override
    public void print(float f) {
        pass(String.valueOf(f));
    }

    @Override
    public void print(double d) {
        pass(String.valueOf(d));
    }

    @Override
    public void print(char[] s) {
        pass(String.valueOf(s));
    }

    @Override
    public void print(@Nullable String s) {
        pass(s);
    }

    @Override
    public void print(@Nullable Object obj) {
        pass(String.valueOf(obj));
    }

    @Override
    public void println() {
        passLine(PrintStream::println);
    }

    @Override
    public void println(boolean x) {
        passLine(stream -> stream.println(x));
    }

    @Override
    public void println(char x) {
        passLine(stream -> stream.println(x));
    }

    @Override
    public void println(int x) {
        passLine(stream -> stream.println(x));
    }

    @Override
    public void println(long x) {
        passLine(stream -> stream.println(x));
    }

    @Override
    public void println(float x) {
        passLine(stream -> stream.println(x));
    }

    @Override
    public void println(double x) {
        passLine(stream -> stream.println(x));
    }

    @Override
    public void println(char[] x) {
        passLine(stream -> stream.println(x));
    }

    @Override
    public void println(@Nullable String x) {
        passLine(stream -> stream.println(x));
    }

    @Override
    public void println(@Nullable Object x) {
        String text = String.valueOf(x);
        passLine(stream -> stream.println(text));
    }

    @Override
    public PrintStream format(String format, @Nullable Object... args) {
        pass(String.format(format, args));
        return this;
    }

    @Override
    public PrintStream format(@Nullable Locale l, String format, @Nullable Object... args) {
        pass(String.format(l, format, args));
        return this;
    }
}
