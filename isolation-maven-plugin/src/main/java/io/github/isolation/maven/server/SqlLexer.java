package io.github.isolation.maven.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows, line by line, where a statement of PostgreSQL's ends: not at a semicolon in quotes, in a comment, in brackets or in the
 * body of a function.
 */
final class SqlLexer {
    private static final Pattern DOLLAR =
            Pattern.compile("\\$(?:[A-Za-z_\\x{80}-\\x{ffff}][\\w\\x{80}-\\x{ffff}]*)?\\$");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_\\x{80}-\\x{ffff}][\\w$\\x{80}-\\x{ffff}]*");

    /** {@code create or replace function}: what makes a statement one with a body is among its first words. */
    private static final int FIRST_WORDS = 4;

    private final List<String> words = new ArrayList<>();
    private boolean quoted;
    private boolean escapes;
    private boolean named;
    private String dollar = "";
    private int comments;
    private int brackets;
    private int blocks;

    /**
     * Reads what follows in this line, up to the end of a statement, or of the line.
     *
     * @param statement gets it, without comments
     * @return the place of the semicolon, or the length of the line
     */
    int read(String line, int from, StringBuilder statement) {
        int at = from;
        while (at < line.length()) {
            int start = at;
            boolean comment = comments > 0;
            if (isInside()) {
                at = inside(line, at);
            } else if (line.charAt(at) == ';' && brackets == 0 && blocks == 0) {
                return at;
            } else if (line.startsWith("--", at)) {
                return line.length();
            } else {
                at = outside(line, at);
            }
            if (!comment && comments == 0) {
                statement.append(line, start, at);
            } else if (comments == 0) {
                statement.append(' ');
            }
        }
        return at;
    }

    /** Whether what comes next is in quotes or in a comment. */
    boolean isInside() {
        return quoted || named || !dollar.isEmpty() || comments > 0;
    }

    /** Forgets the statement that has ended. */
    void reset() {
        words.clear();
        brackets = 0;
        blocks = 0;
    }

    private int inside(String line, int at) {
        if (comments > 0) {
            if (line.startsWith("*/", at) || line.startsWith("/*", at)) {
                comments += line.charAt(at) == '/' ? 1 : -1;
                return at + 2;
            }
        } else if (!dollar.isEmpty()) {
            if (line.startsWith(dollar, at)) {
                int end = at + dollar.length();
                dollar = "";
                return end;
            }
        } else if (quoted && escapes && line.charAt(at) == '\\') {
            return Math.min(line.length(), at + 2);
        } else if (line.startsWith(quoted ? "''" : "\"\"", at)) {
            return at + 2;
        } else if (line.charAt(at) == (quoted ? '\'' : '"')) {
            quoted = false;
            named = false;
        }
        return at + 1;
    }

    private int outside(String line, int at) {
        switch (line.charAt(at)) {
            case '\'' -> {
                quoted = true;
                escapes = at > 0
                        && Character.toLowerCase(line.charAt(at - 1)) == 'e'
                        && (at == 1 || !Character.isJavaIdentifierPart(line.charAt(at - 2)));
            }
            case '"' -> named = true;
            case '(' -> brackets++;
            case ')' -> brackets = Math.max(0, brackets - 1);
            case '/' -> comments += line.startsWith("/*", at) ? 1 : 0;
            case '$' -> {
                Matcher tag = DOLLAR.matcher(line).region(at, line.length());
                dollar = tag.lookingAt() ? tag.group() : "";
                return at + Math.max(1, dollar.length());
            }
            default -> {
                Matcher word = WORD.matcher(line).region(at, line.length());
                if (word.lookingAt()) {
                    word(word.group().toLowerCase(Locale.ROOT));
                    // The letter before a quote says what the quote means.
                    return word.end();
                }
            }
        }
        return at + (comments > 0 ? 2 : 1);
    }

    /** {@code begin atomic … end} has statements in it, and {@code case … end} in these. */
    private void word(String word) {
        if (words.size() < FIRST_WORDS) {
            words.add(word);
        }
        if (brackets > 0 || !hasBody()) {
            return;
        }
        if (word.equals("begin") || (word.equals("case") && blocks > 0)) {
            blocks++;
        } else if (word.equals("end")) {
            blocks = Math.max(0, blocks - 1);
        }
    }

    private boolean hasBody() {
        return words.get(0).equals("create") && (words.contains("function") || words.contains("procedure"));
    }
}
