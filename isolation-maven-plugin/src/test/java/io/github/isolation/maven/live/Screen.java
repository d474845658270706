package io.github.isolation.maven.live;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a terminal without a right edge shows, once it was sent all of a text: the few sequences that are sent to it here. */
final class Screen {
    private static final Pattern PIECE = Pattern.compile("\u001b\\[(?<code>\\??[\\d;]*)(?<kind>[A-Za-z])|\r|\n|.");

    private final List<StringBuilder> rows = new ArrayList<>(List.of(new StringBuilder()));
    private int column;

    private Screen(String sent) {
        for (Matcher piece = PIECE.matcher(sent); piece.find(); ) {
            String kind = piece.group("kind");
            if (kind != null) {
                if (kind.equals("K")) {
                    row().setLength(Math.min(column, row().length()));
                }
            } else if (piece.group().equals("\n")) {
                rows.add(new StringBuilder());
                column = 0;
            } else if (piece.group().equals("\r")) {
                column = 0;
            } else {
                row().setLength(Math.max(row().length(), column));
                row().replace(column, column + 1, piece.group());
                column++;
            }
        }
    }

    private StringBuilder row() {
        return rows.get(rows.size() - 1);
    }

    /** Its rows from top to bottom, with line breaks between them. */
    static String of(String sent) {
        return String.join("\n", new Screen(sent).rows);
    }
}
