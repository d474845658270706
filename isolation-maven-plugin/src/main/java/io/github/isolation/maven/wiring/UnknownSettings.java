package io.github.isolation.maven.wiring;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * What a user wrote and nobody would read: a misspelt setting, or one in a place where only a goal looks. Maven passes over
 * both without a word. Each costs one line, however many modules inherit it.
 */
final class UnknownSettings {
    /** Read by goals; the forks have nothing to do with them, or get them in another way. */
    private static final List<String> OF_GOALS = List.of(
            "fixtures",
            "directory",
            "cacheDirectory",
            "skip",
            "surefireVersion",
            "skipTests",
            "skipTestCompilation",
            "wiredByHand",
            "verifyReports",
            "forkCount",
            "fixture",
            "olderThan",
            "maxSize");

    /** A property of a fork's that a user may set where there is no fork, as in an IDE: any name may follow. */
    private static final List<String> OPEN = List.of("isolation.fixture.", "isolation.port.");

    private static final Set<String> KNOWN = Stream.of(OF_GOALS, ExecutionWiring.HANDED_ON, ExecutionWiring.LISTS)
            .flatMap(List::stream)
            .collect(Collectors.toCollection(TreeSet::new));

    private static final String PREFIX = "isolation.";
    private static final int NEAR = 3;

    private final Consumer<String> warnings;
    private final Set<String> said = new HashSet<>();

    /** For one build. */
    UnknownSettings(Consumer<String> warnings) {
        this.warnings = warnings;
    }

    /** All settings there are. */
    static Set<String> known() {
        return KNOWN;
    }

    /** What was given with {@code -D}. */
    void look(Properties userProperties) {
        for (String property : new TreeSet<>(userProperties.stringPropertyNames())) {
            if (property.startsWith(PREFIX) && OPEN.stream().noneMatch(property::startsWith)) {
                isSetting(property.substring(PREFIX.length()), name -> "-D" + PREFIX + name, "");
            }
        }
    }

    /** What the POM has for us. */
    void look(Plugin own, List<String> goalsByName) {
        Xpp3Dom ofAll = Dom.configuration(own.getConfiguration());
        for (Xpp3Dom element : ofAll.getChildren()) {
            isSetting(element.getName(), UnknownSettings::tag, " in the <configuration> of isolation-maven-plugin");
        }
        for (PluginExecution execution : own.getExecutions()) {
            look(execution, ofAll);
        }
        Xpp3Dom fixtures = ofAll.getChild("fixtures");
        if (fixtures != null && fixtures.getChildCount() > 0 && !PreparedFixtures.areFetched(own, goalsByName)) {
            say("there are <fixtures>, and nothing that fetches them; add <executions><execution><goals>"
                    + "<goal>prepare-cache</goal></goals></execution></executions> to isolation-maven-plugin");
        }
    }

    private void look(PluginExecution execution, Xpp3Dom ofAll) {
        String where = " in the <configuration> of its execution '" + execution.getId() + "'";
        for (Xpp3Dom element : Dom.configuration(execution.getConfiguration()).getChildren()) {
            String name = element.getName();
            // Maven has merged those of the plugin into each execution.
            if (!element.equals(ofAll.getChild(name))
                    && isSetting(name, UnknownSettings::tag, where)
                    && !OF_GOALS.contains(name)) {
                say(tag(name) + where + " does not reach the forks; write it into the <configuration> of"
                        + " isolation-maven-plugin itself");
            }
        }
    }

    private static String tag(String name) {
        return "<" + name + ">";
    }

    /** Whether it is one; if not, that is said, with what was perhaps meant, as the user writes it. */
    private boolean isSetting(String name, UnaryOperator<String> written, String where) {
        boolean is = KNOWN.contains(name);
        if (!is) {
            String hint = nearest(name)
                    .map(near -> "did you mean " + written.apply(near) + "?")
                    .orElse("the README has a table of them");
            say(written.apply(name) + where + " is not a setting; " + hint);
        }
        return is;
    }

    private void say(String what) {
        if (said.add(what)) {
            warnings.accept("isolation: " + what);
        }
    }

    private static Optional<String> nearest(String name) {
        @Nullable String nearest = null;
        int least = NEAR + 1;
        for (String known : KNOWN) {
            int distance = distance(name.toLowerCase(Locale.ROOT), known.toLowerCase(Locale.ROOT));
            if (distance < least) {
                nearest = known;
                least = distance;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** How many letters must be put in, left out or replaced to make one of the other (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
