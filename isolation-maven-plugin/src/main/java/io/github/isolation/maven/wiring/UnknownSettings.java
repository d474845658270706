package io.github.isolation.maven.wiring;

import io.github.isolation.fork.ForkProperties;
import io.github.isolation.settings.KnownSettings;
import io.github.isolation.settings.Setting;
import io.github.isolation.settings.Setting.Reader;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * What a user wrote and nobody would read: a misspelt setting, or one in a place where only a goal looks. Maven passes over
 * both without a word. Each costs one line, however many modules inherit it.
 */
final class UnknownSettings {
    /** A property of a fork's that a user may set where there is no fork, as in an IDE: any name may follow. */
    private static final List<String> OPEN = List.of(ForkProperties.FIXTURE_PREFIX, ForkProperties.PORT_PREFIX);

    private static final int NEAR = 3;

    /** So near that it is hardly another word: a POM may have names of its own, and most likely has an isolation.version. */
    private static final int MISSPELT = 2;

    private final Consumer<String> warnings;
    private final Set<String> said = new HashSet<>();

    /** For one build. */
    UnknownSettings(Consumer<String> warnings) {
        this.warnings = warnings;
    }

    /** What was given with {@code -D}. */
    void look(Properties userProperties) {
        for (String property : new TreeSet<>(userProperties.stringPropertyNames())) {
            if (property.startsWith(Setting.PREFIX) && OPEN.stream().noneMatch(property::startsWith)) {
                find(property, Setting::property, name -> "-D" + name, "");
            }
        }
    }

    /** What is in the POM's properties. Any name may be one of the user's own there, so only what is nearly a setting is named. */
    void lookInPom(Properties projectProperties) {
        for (String property : new TreeSet<>(projectProperties.stringPropertyNames())) {
            if (property.startsWith(Setting.PREFIX)
                    && OPEN.stream().noneMatch(property::startsWith)
                    && nearest(property, Setting::property, MISSPELT).isPresent()) {
                find(property, Setting::property, UnknownSettings::tag, " in the <properties> of the POM");
            }
        }
    }

    /** What the POM has for us. */
    void look(Plugin own, List<String> goalsByName) {
        Xpp3Dom ofAll = Dom.configuration(own.getConfiguration());
        for (Xpp3Dom element : ofAll.getChildren()) {
            find(
                    element.getName(),
                    Setting::name,
                    UnknownSettings::tag,
                    " in the <configuration> of isolation-maven-plugin");
        }
        for (PluginExecution execution : own.getExecutions()) {
            look(execution, ofAll);
        }
        for (String list : List.of(KnownSettings.FIXTURES.name(), KnownSettings.SERVICES.name())) {
            Xpp3Dom elements = ofAll.getChild(list);
            if (elements != null && elements.getChildCount() > 0 && !PreparedFixtures.areFetched(own, goalsByName)) {
                say("there are " + tag(list) + ", and nothing that fetches them; add <executions><execution><goals>"
                        + "<goal>prepare-cache</goal></goals></execution></executions> to isolation-maven-plugin");
            }
        }
    }

    private void look(PluginExecution execution, Xpp3Dom ofAll) {
        String where = " in the <configuration> of its execution '" + execution.getId() + "'";
        for (Xpp3Dom element : Dom.configuration(execution.getConfiguration()).getChildren()) {
            String name = element.getName();
            // Maven has merged those of the plugin into each execution.
            if (!element.equals(ofAll.getChild(name))
                    && find(name, Setting::name, UnknownSettings::tag, where)
                            .filter(setting -> !setting.readers().contains(Reader.GOAL))
                            .isPresent()) {
                say(tag(name) + where + " does not reach the forks; write it into the <configuration> of"
                        + " isolation-maven-plugin itself");
            }
        }
    }

    private static String tag(String name) {
        return "<" + name + ">";
    }

    /** The setting of this name; if there is none, that is said, with what was perhaps meant, as the user writes it. */
    private Optional<Setting<?>> find(
            String name, Function<Setting<?>, String> nameOf, UnaryOperator<String> written, String where) {
        Optional<Setting<?>> found = KnownSettings.all().stream()
                .filter(setting -> nameOf.apply(setting).equals(name))
                .findFirst();
        if (found.isEmpty()) {
            String hint = nearest(name, nameOf, NEAR)
                    .map(near -> "did you mean " + written.apply(near) + "?")
                    .orElse("the README has a table of them");
            say(written.apply(name) + where + " is not a setting; " + hint);
        }
        return found;
    }

    private void say(String what) {
        if (said.add(what)) {
            warnings.accept("isolation: " + what);
        }
    }

    private static Optional<String> nearest(String name, Function<Setting<?>, String> nameOf, int most) {
        @Nullable String nearest = null;
        int least = most + 1;
        for (String known : names(nameOf)) {
            int distance = distance(name.toLowerCase(Locale.ROOT), known.toLowerCase(Locale.ROOT));
            if (distance < least) {
                nearest = known;
                least = distance;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** In alphabetical order, in which the first of those that are equally near is suggested. */
    private static Set<String> names(Function<Setting<?>, String> nameOf) {
        return KnownSettings.all().stream().map(nameOf).collect(Collectors.toCollection(TreeSet::new));
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
