package io.github.isolation.findings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what agents have written: the form is that of the agent's {@code FindingsFile}. */
final class ObservedReader {
    private static final String FIRST_LINE = "isolation-audit 1";
    private static final int NONE = 0;
    private static final int SEVERAL = -1;

    private final Set<String> areas = new LinkedHashSet<>();
    private final List<Hit> hits = new ArrayList<>();
    private final List<Left> left = new ArrayList<>();
    private final List<Changed> changed = new ArrayList<>();
    private final Set<String> byOthers = new HashSet<>();
    private final Set<String> notSeen = new TreeSet<>();
    private boolean complete = true;
    private Map<Integer, TestName> tests = new HashMap<>();
    private Map<Integer, CodeLine> lines = new HashMap<>();

    /** One file of one worker. */
    void read(Path file) throws IOException {
        tests = new HashMap<>();
        lines = new HashMap<>();
        String text = Files.readString(file, StandardCharsets.UTF_8);
        if (!text.startsWith(FIRST_LINE + "\n")) {
            throw new IOException("isolation: " + file + " is no list of findings that this version can read");
        }
        int end = text.lastIndexOf('\n');
        for (String line : text.substring(FIRST_LINE.length() + 1, end + 1).split("\n", -1)) {
            if (!line.isEmpty()) {
                line(line.split("\t", -1), file);
            }
        }
        if (end != text.length() - 1) {
            notSeen.add("the end of " + file + ": its last line was cut");
        }
    }

    /** All of it, in an order that does not depend on the one in which it was done. */
    Observed observed() {
        return new Observed(
                areas.stream().sorted().toList(),
                hits.stream().sorted(Hit.IN_ORDER).toList(),
                left.stream().sorted(Left.IN_ORDER).toList(),
                changed.stream().filter(one -> !byOthers.contains(one.path())).toList(),
                List.copyOf(notSeen),
                complete);
    }

    private void line(String[] raw, Path file) throws IOException {
        String[] fields = new String[raw.length];
        for (int i = 0; i < raw.length; i++) {
            fields[i] = raw[i].indexOf('\\') < 0 ? raw[i] : unescaped(raw[i]);
        }
        try {
            switch (fields[0]) {
                case "o" -> areas.add(fields[1]);
                case "x" -> notSeen.add(fields[1] + ": " + fields[2]);
                case "t" -> tests.put(number(fields[1]), new TestName(fields[2], fields[3]));
                case "p" -> lines.put(number(fields[1]), new CodeLine(fields[2], fields[3], number(fields[4])));
                case "h" -> hit(fields);
                case "s" -> left.add(new Left(fields[1], test(fields[2]), fields[3], fields[4], fields[5], fields[6]));
                case "d" -> changed.add(new Changed(test(fields[1]), fields[2], fields[3]));
                case "w" -> byOthers.add(fields[1]);
                case "e" -> notSeen.add(fields[1]);
                case "n" -> {
                    complete = false;
                    notSeen.add(fields[1]);
                }
                default -> throw new IOException("isolation: '" + fields[0] + "' in " + file + " means nothing");
            }
        } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
            throw new IOException("isolation: a line of " + file + " makes no sense: " + String.join("\t", raw), e);
        }
    }

    private void hit(String[] fields) throws IOException {
        CodeLine line = lines.get(number(fields[4]));
        if (line == null) {
            throw new NumberFormatException("no line " + fields[4]);
        }
        TestName inherited = tests.get(number(fields[2]));
        int last = number(fields[3]);
        TestName during = tests.get(last);
        TestName whose = whose(inherited, last, during, line);
        if (whose != null) {
            hits.add(new Hit(
                    fields[1],
                    whose,
                    last == SEVERAL || last == NONE || during == null ? whose : during,
                    line,
                    fields[5].equals("1"),
                    fields[6],
                    fields[7]));
        }
    }

    /**
     * What a thread has inherited is wrong in a pool that outlives a test, and what runs is wrong in a thread that does. Where
     * they differ, the line says which it is: if it is in a class of the test that the thread is from, that one is at work.
     */
    private static @Nullable TestName whose(
            @Nullable TestName inherited, int last, @Nullable TestName during, CodeLine line) {
        if (inherited == null) {
            return during;
        }
        if (last == SEVERAL || during == null || inherited.topLevel().equals(during.topLevel())) {
            return inherited;
        }
        return line.topLevel().equals(inherited.topLevel()) ? inherited : during;
    }

    private TestName test(String number) {
        TestName known = tests.get(number(number));
        if (known == null) {
            throw new NumberFormatException("no test " + number);
        }
        return known;
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                c = switch (text.charAt(i)) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    default -> '\\';
                };
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
