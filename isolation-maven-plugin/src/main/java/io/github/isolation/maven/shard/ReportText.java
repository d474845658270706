package io.github.isolation.maven.shard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an XML report, cut where its elements begin, so that what a test has printed can be put into another report byte by byte: a
 * parser would give it back with other line ends, and without its CDATA. Bytes are taken for characters, since all that is looked for is
 * ASCII.
 *
 * @param prolog what comes before the test suite
 * @param attributes of the test suite, with the blanks before each
 * @param children the elements in the test suite, each with what comes before it
 * @param end what comes after the last of them, inside of the test suite
 */
record ReportText(String prolog, String attributes, List<Child> children, String end) {
    private static final String SUITE = "testsuite";
    private static final Pattern ENCODING = Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w.-]*");

    /** An element in the test suite. */
    record Child(String name, String text) {}

    ReportText {
        children = List.copyOf(children);
    }

    /**
     * Reads it.
     *
     * @throws IOException if it cannot be read, or is no report in UTF-8
     */
    static ReportText read(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        try {
            return new Cutting(text).report();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException(file + " is no report of tests: " + e.getMessage(), e);
        }
    }

    /** Goes through a text once. */
    private static final class Cutting {
        private final String text;
        private int at;

        Cutting(String text) {
            this.text = text;
        }

        ReportText report() {
            Matcher encoding = ENCODING.matcher(text);
            if (encoding.find() && !encoding.group(1).toUpperCase(Locale.ROOT).equals("UTF-8")) {
                throw new IllegalArgumentException("its encoding is " + encoding.group(1));
            }
            int begin = nextElement();
            if (!nameAt(begin + 1).equals(SUITE)) {
                throw new IllegalArgumentException("it has no " + SUITE);
            }
            int afterName = begin + 1 + SUITE.length();
            int close = endOfTag(begin);
            boolean empty = text.charAt(close - 1) == '/';
            String attributes =
                    text.substring(afterName, empty ? close - 1 : close).stripTrailing();
            at = close + 1;
            List<Child> children = new ArrayList<>();
            String end = "";
            if (!empty) {
                int from = at;
                int next = nextElement();
                while (text.charAt(next + 1) != '/') {
                    String name = nameAt(next + 1);
                    skipElement(next);
                    children.add(new Child(name, text.substring(from, at)));
                    from = at;
                    next = nextElement();
                }
                if (!nameAt(next + 2).equals(SUITE)) {
                    throw new IllegalArgumentException("its " + SUITE + " has no end");
                }
                end = text.substring(from, next);
            }
            return new ReportText(text.substring(0, begin), attributes, children, end);
        }

        /** Where the next element begins, or the one around this place ends. */
        private int nextElement() {
            int next = must("<", at);
            while (text.startsWith("<?", next) || text.startsWith("<!", next)) {
                next = must("<", afterWhatIsNoElement(next));
            }
            at = next;
            return next;
        }

        private int afterWhatIsNoElement(int from) {
            String close = text.startsWith("<![CDATA[", from) ? "]]>" : text.startsWith("<!--", from) ? "-->" : "?>";
            if (close.equals("?>") && !text.startsWith("<?", from)) {
                throw new IllegalArgumentException("it has a document type");
            }
            return must(close, from) + close.length();
        }

        private int must(String what, int from) {
            int found = text.indexOf(what, from);
            if (found < 0) {
                throw new IllegalArgumentException("it ends too early");
            }
            return found;
        }

        private String nameAt(int from) {
            Matcher name = NAME.matcher(text).region(from, text.length());
            return name.lookingAt() ? name.group() : "";
        }

        /** The bracket that closes the tag; one in a value does not. */
        private int endOfTag(int from) {
            char quote = 0;
            for (int i = from; i < text.length(); i++) {
                char c = text.charAt(i);
                if (quote != 0) {
                    quote = c == quote ? 0 : quote;
                } else if (c == '"' || c == '\'') {
                    quote = c;
                } else if (c == '>') {
                    return i;
                }
            }
            throw new IllegalArgumentException("it ends too early");
        }

        private void skipElement(int from) {
            int depth = 0;
            int next = from;
            do {
                int close = endOfTag(next);
                boolean ends = text.charAt(next + 1) == '/';
                boolean empty = text.charAt(close - 1) == '/';
                depth += ends ? -1 : empty ? 0 : 1;
                at = close + 1;
                next = depth == 0 ? next : nextElement();
            } while (depth > 0);
        }
    }
}
