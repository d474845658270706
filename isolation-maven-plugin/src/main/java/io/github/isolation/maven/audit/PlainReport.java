package io.github.isolation.maven.audit;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report file as Surefire writes it, read in one pass and in little memory, however much a test has printed. That is elements with
 * attributes, text and CDATA in UTF-8, and nothing else: where anything else is in a file, or an end is missing, it is not read here, and a
 * parser has to judge it.
 *
 * <p>For a JVM that has just begun, the JDK's parser is a hundred classes, which took longer than all of the files.
 */
final class PlainReport {
    private static final int BUFFER = 1 << 15;
    private static final String DECLARATION = "xml version=\"1.0\" encoding=\"UTF-8\"";
    private static final String CDATA = "![CDATA[";

    /** The file is not what is read here. */
    private static final class OtherwiseException extends Exception {
        private static final long serialVersionUID = 1;

        OtherwiseException() {
            super(null, null, false, false);
        }
    }

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int limit;

    /** The last name or value that was read. */
    private byte[] word = new byte[128];

    private int length;

    private final List<String> open = new ArrayList<>();
    private final CaseCounter counter = new CaseCounter();

    private PlainReport(InputStream in) {
        this.in = in;
    }

    /** The test cases by the plain names of their classes; null if a parser has to look at the file. */
    static @Nullable Map<String, Cases> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        }
    }

    static @Nullable Map<String, Cases> read(InputStream in) throws IOException {
        PlainReport report = new PlainReport(in);
        try {
            report.document();
            return report.counter.found();
        } catch (OtherwiseException | EOFException e) {
            return null;
        }
    }

    private void document() throws IOException, OtherwiseException {
        int c = must();
        demand(c == '<');
        c = must();
        if (c == '?') {
            declaration();
            demand(afterSpace() == '<');
            c = must();
        }
        beginning(c);
        while (!open.isEmpty()) {
            content();
        }
        for (int rest = read(); rest >= 0; rest = read()) {
            demand(isSpace(rest));
        }
    }

    private void declaration() throws IOException, OtherwiseException {
        length = 0;
        for (int c = must(); c != '?'; c = must()) {
            demand(length < DECLARATION.length());
            keep(c);
        }
        demand(must() == '>' && isWord(DECLARATION));
    }

    /** What is inside of an element, up to the next one that begins or ends. */
    private void content() throws IOException, OtherwiseException {
        for (int c = must(); c != '<'; c = must()) {
            if (c == '&') {
                length = 0;
                reference();
            }
            demand(c >= ' ' || isSpace(c));
        }
        int c = must();
        if (c == '/') {
            end();
        } else if (c == '!') {
            data();
        } else {
            beginning(c);
        }
    }

    private void data() throws IOException, OtherwiseException {
        for (int i = 1; i < CDATA.length(); i++) {
            demand(must() == CDATA.charAt(i));
        }
        int brackets = 0;
        for (int c = must(); c != '>' || brackets < 2; c = must()) {
            brackets = c == ']' ? brackets + 1 : 0;
            demand(c >= ' ' || isSpace(c));
        }
    }

    private void end() throws IOException, OtherwiseException {
        int c = name(must());
        demand(word().equals(open.remove(open.size() - 1)));
        demand((isSpace(c) ? afterSpace() : c) == '>');
        counter.end();
    }

    /** An element, of which the first character of the name was read. */
    private void beginning(int first) throws IOException, OtherwiseException {
        int c = name(first);
        String element = word();
        demand(!element.contains(":"));
        boolean isCase = element.equals(CaseCounter.TEST_CASE);
        String className = null;
        boolean separate = isSpace(c);
        c = separate ? afterSpace() : c;
        while (c != '>' && c != '/') {
            demand(separate);
            c = name(c);
            boolean isClass = isCase && isWord(CaseCounter.CLASS_NAME);
            demand((isSpace(c) ? afterSpace() : c) == '=');
            value(afterSpace(), isClass);
            className = isClass ? new String(word, 0, length, StandardCharsets.UTF_8) : className;
            c = must();
            separate = isSpace(c);
            c = separate ? afterSpace() : c;
        }
        counter.begin(element, className);
        if (c == '/') {
            demand(must() == '>');
            counter.end();
        } else {
            open.add(element);
        }
    }

    /** The value of an attribute, which becomes the word if it is wanted. */
    private void value(int quote, boolean wanted) throws IOException, OtherwiseException {
        demand(quote == '"' || quote == '\'');
        length = 0;
        for (int c = must(); c != quote; c = must()) {
            demand(c != '<' && (c >= ' ' || isSpace(c)));
            if (c == '&') {
                reference();
            } else {
                keep(isSpace(c) ? ' ' : c);
            }
            length = wanted ? length : 0;
        }
    }

    /** A name in ASCII: no element of Surefire's has another. Returns what comes after it. */
    private int name(int first) throws IOException, OtherwiseException {
        demand(isLetter(first));
        length = 0;
        int c = first;
        while (isLetter(c) || (c >= '0' && c <= '9') || c == ':' || c == '-' || c == '.' || c == '_') {
            keep(c);
            c = must();
        }
        return c;
    }

    /** What stands for a character; adds that one to the word. */
    private void reference() throws IOException, OtherwiseException {
        int begin = length;
        for (int c = must(); c != ';'; c = must()) {
            demand(c > ' ' && c < 127 && length - begin < 8);
            keep(c);
        }
        String name = new String(word, begin, length - begin, StandardCharsets.US_ASCII);
        length = begin;
        for (byte b : character(name).getBytes(StandardCharsets.UTF_8)) {
            keep(b);
        }
    }

    private static String character(String reference) throws OtherwiseException {
        return switch (reference) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> numbered(reference);
        };
    }

    private static String numbered(String reference) throws OtherwiseException {
        demand(reference.matches("#([0-9]+|x[0-9a-fA-F]+)"));
        int c = reference.charAt(1) == 'x'
                ? Integer.parseInt(reference.substring(2), 16)
                : Integer.parseInt(reference.substring(1));
        demand((c >= ' ' || isSpace(c)) && c < Character.MIN_SURROGATE);
        return String.valueOf((char) c);
    }

    private static void demand(boolean isSo) throws OtherwiseException {
        if (!isSo) {
            throw new OtherwiseException();
        }
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private String word() {
        return new String(word, 0, length, StandardCharsets.ISO_8859_1);
    }

    private boolean isWord(String text) {
        return length == text.length() && word().equals(text);
    }

    private void keep(int c) {
        if (length == word.length) {
            word = Arrays.copyOf(word, 2 * length);
        }
        word[length++] = (byte) c;
    }

    private int afterSpace() throws IOException {
        int c = must();
        while (isSpace(c)) {
            c = must();
        }
        return c;
    }

    private int must() throws IOException {
        int c = read();
        if (c < 0) {
            throw new EOFException();
        }
        return c;
    }

    private int read() throws IOException {
        if (next == limit) {
            limit = in.read(buffer);
            next = 0;
            if (limit <= 0) {
                limit = 0;
                return -1;
            }
        }
        return buffer[next++] & 0xff;
    }
}
