package io.github.isolation.maven.live;

import io.github.isolation.record.HowFar;
import java.util.List;

/** What the line says, in as many columns as there are. */
final class LineText {
    private static final String DOTS = "...";

    private LineText() {}

    /** As many of the classes that run as have room, the oldest first; the others are counted. */
    static String of(HowFar howFar, int columns) {
        String text = "Tests: " + howFar.classes() + " done" + howFar.rest();
        List<HowFar.Running> running = howFar.running();
        int named = 0;
        while (named < running.size()) {
            HowFar.Running one = running.get(named);
            String more = (named == 0 ? "; " : ", ") + name(one.className()) + " for " + HowFar.time(one.millis());
            if (text.length()
                            + more.length()
                            + others(running.size() - named - 1).length()
                    > columns) {
                break;
            }
            text += more;
            named++;
        }
        text += named > 0 ? others(running.size() - named) : "";
        return text.length() > columns ? text.substring(0, Math.max(0, columns - DOTS.length())) + DOTS : text;
    }

    private static String others(int count) {
        return count == 0 ? "" : " and " + count + (count == 1 ? " other" : " others");
    }

    /** Without its package; of what no terminal shows, a question mark. */
    private static String name(String className) {
        return className.substring(className.lastIndexOf('.') + 1).replaceAll("\\p{Cntrl}", "?");
    }
}
