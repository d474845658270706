package io.github.isolation.maven.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of statements, one after the other, as {@code psql} reads it and {@code pg_dump} writes it: also the data behind a {@code
 * copy … from stdin}. What only {@code psql} understands is refused.
 */
final class SqlScript {
    private static final Pattern COPY = Pattern.compile("(?is)\\s*copy\\b.*\\bfrom\\s+stdin\\b.*");
    private static final String END_OF_DATA = "\\.";

    /** What newer dumps say to {@code psql} about themselves. */
    private static final Pattern HARMLESS = Pattern.compile("\\\\(un)?restrict\\b.*");

    private final Path file;
    private final Target target;
    private final SqlLexer lexer = new SqlLexer();
    private final StringBuilder statement = new StringBuilder();
    private int line;
    private int first;
    private boolean begun;

    private SqlScript(Path file, Target target) {
        this.file = file;
        this.target = target;
    }

    /** Who carries it out. */
    interface Target {
        /** One statement. */
        void execute(String sql) throws IOException;

        /** A {@code copy … from stdin}, and its data. */
        void copy(String sql, Reader data) throws IOException;
    }

    /**
     * Carries it out.
     *
     * @throws IOException that names the file and the line where the statement begins
     */
    static void run(Path file, Target target) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            new SqlScript(file, target).run(in);
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not UTF-8", e);
        }
    }

    private void run(BufferedReader in) throws IOException {
        for (String text = next(in); text != null; text = next(in)) {
            read(text, in);
        }
        if (lexer.isInside()) {
            throw new IOException(
                    file + ":" + Math.max(1, first) + ": quotes or a comment in what begins here never end");
        }
        // The last semicolon may be missing.
        execute(in);
    }

    private @Nullable String next(BufferedReader in) throws IOException {
        line++;
        return in.readLine();
    }

    private void read(String text, BufferedReader in) throws IOException {
        if (!lexer.isInside() && !begun && text.strip().startsWith("\\")) {
            if (!HARMLESS.matcher(text.strip()).matches()) {
                throw new IOException(file + ":" + line + ": '" + text.strip().split("\\s", 2)[0]
                        + "' is a command of psql, which does not run here; write SQL, or let a command fill the"
                        + " database");
            }
            return;
        }
        int from = 0;
        while (from < text.length()) {
            int before = statement.length();
            int end = lexer.read(text, from, statement);
            if (!begun && !statement.substring(before).isBlank()) {
                begun = true;
                first = line;
            }
            from = end + 1;
            if (end < text.length()) {
                execute(in);
            }
        }
        statement.append('\n');
    }

    private void execute(BufferedReader in) throws IOException {
        String sql = statement.toString();
        statement.setLength(0);
        lexer.reset();
        if (!begun) {
            return;
        }
        begun = false;
        int start = first;
        try {
            if (COPY.matcher(sql).matches()) {
                Data data = new Data(in);
                target.copy(sql, data);
                data.skip();
            } else {
                target.execute(sql);
            }
        } catch (IOException e) {
            throw new IOException(file + ":" + start + ": " + e.getMessage(), e);
        }
    }

    /** The lines up to the one that says that they end. */
    private final class Data extends Reader {
        private final BufferedReader in;
        private String text = "";
        private int at;
        private boolean over;

        Data(BufferedReader in) {
            this.in = in;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            if (at == text.length() && !fill()) {
                return -1;
            }
            int count = Math.min(length, text.length() - at);
            text.getChars(at, at + count, buffer, offset);
            at += count;
            return count;
        }

        private boolean fill() throws IOException {
            if (over) {
                return false;
            }
            String read = next(in);
            over = read == null || read.equals(END_OF_DATA);
            if (read == null) {
                throw new IOException("its data does not end: there is no line with \\. and nothing else");
            }
            text = over ? "" : read + "\n";
            at = 0;
            return !over;
        }

        void skip() throws IOException {
            while (fill()) {
                at = 0;
            }
        }

        @Override
        public void close() {
            // The file has more in it.
        }
    }
}
