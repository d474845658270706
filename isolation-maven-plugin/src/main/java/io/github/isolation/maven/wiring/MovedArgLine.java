package io.github.isolation.maven.wiring;

import io.github.isolation.settings.Wiring;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What becomes of an {@code argLine}: what the workers get of it, and what is left of it for the supervisor. */
final class MovedArgLine {
    private static final Pattern SETS_PROPERTY = Pattern.compile("-D[\\w.-]+=");

    private MovedArgLine() {}

    /**
     * The text of which Surefire would have made the fork's arguments, with all <code>@{…}</code> evaluated and before it is split.
     * Like Surefire, this evaluates each property once, in the order in which {@link Properties} has them: the value of one
     * may be part of another's.
     */
    static String evaluated(@Nullable String argLine, Properties properties) {
        String written = argLine == null ? "" : argLine.trim();
        String text = written;
        for (String name : properties.stringPropertyNames()) {
            String late = "@{" + name + "}";
            if (written.contains(late)) {
                text = text.replace(late, properties.getProperty(name, ""));
            }
        }
        return NumberOfFork.leaveToTheSupervisor(text.replaceAll("\\s", " "));
    }

    /**
     * The supervisor's own argLine. Surefire looks for two things in the text of it, and is to find them still: whether assertions
     * are off, and which system properties are set there and somewhere else as well.
     */
    static String ofSupervisor(@Nullable String argLine, int forks) {
        String text = argLine == null ? "" : argLine;
        Set<String> words = new LinkedHashSet<>(Wiring.SUPERVISOR_OPTIONS);
        words.add(Wiring.supervisorHeap(forks));
        Matcher sets = SETS_PROPERTY.matcher(text);
        StringBuilder moved = new StringBuilder(Wiring.ARG_LINE_MOVED);
        while (sets.find()) {
            moved.append(sets.group());
        }
        words.add(moved.toString());
        List<String> given = Arrays.asList(text.split(" "));
        Wiring.NO_ASSERTIONS.stream().filter(given::contains).forEach(words::add);
        return String.join(" ", words);
    }
}
