package io.github.isolation.protocol;

import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that can leave us. Tests, and what they start, print whatever bytes there are and have any characters in names and
 * messages: a report with some of them is no XML, and others do things to a terminal.
 */
public final class Wording {
    /** What a terminal is told to show a colour: harmless, and meant. */
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    private static final int FIRST_NON_CHARACTER = 0xfffe;

    private Wording() {}

    /** For sentences of our own: what has no look of its own is shown as a programmer writes it, {@code \u001b}. */
    public static String shown(String text) {
        int first = first(text, Wording::isUnseen);
        if (first < 0) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, first);
        int c;
        for (int i = first; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            boolean endsLine = c == '\r' && text.startsWith("\n", i + 1);
            if (isUnseen(c) && !endsLine) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        }
        return shown.toString();
    }

    /** For the console, where lines of others pass, which may have colours. */
    public static String onConsole(String text) {
        if (first(text, Wording::isUnseen) < 0) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        Matcher colours = COLOUR.matcher(text);
        int from = 0;
        while (colours.find()) {
            shown.append(shown(text.substring(from, colours.start()))).append(colours.group());
            from = colours.end();
        }
        return shown.append(shown(text.substring(from))).toString();
    }

    /**
     * For what tests have said, which stays what it is, less the few characters that Surefire writes into XML although there
     * they are none; control characters it escapes.
     */
    public static String inXml(String text) {
        int first = first(text, Wording::isNone);
        if (first < 0) {
            return text;
        }
        StringBuilder legal = new StringBuilder(text.length()).append(text, 0, first);
        text.substring(first).codePoints().map(c -> isNone(c) ? '\ufffd' : c).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static int first(String text, IntPredicate which) {
        int c;
        for (int i = plain(text); i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (which.test(c)) {
                return i;
            }
        }
        return -1;
    }

    /** How many characters at the beginning nobody minds: mostly all, and every text that Maven is told passes here. */
    private static int plain(String text) {
        int length = text.length();
        int i = 0;
        while (i < length && isPlain(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isPlain(char c) {
        return (c >= ' ' && c <= '~') || c == '\n' || c == '\t';
    }

    private static boolean isUnseen(int c) {
        return (Character.isISOControl(c) && c != '\n' && c != '\t') || isNone(c);
    }

    /** Half of a character, or none. XML allows those beyond U+FFFF. */
    private static boolean isNone(int c) {
        return (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                || c == FIRST_NON_CHARACTER
                || c == FIRST_NON_CHARACTER + 1;
    }
}
