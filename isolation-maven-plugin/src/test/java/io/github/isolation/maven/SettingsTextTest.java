package io.github.isolation.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.isolation.fork.ForkProperties;
import io.github.isolation.settings.KnownSettings;
import io.github.isolation.settings.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

/**
 * What is said of settings anywhere is what the list of them says. With {@code -Dsettings.write} the tables and the class are
 * written anew, before they are compared.
 */
class SettingsTextTest {
    private static final Path ROOT = Path.of("..");
    private static final String BEGIN = "<!-- settings -->\n";
    private static final String END = "<!-- /settings -->";

    private static final Set<String> OF_FORKS = Set.of(
            ForkProperties.FORK,
            ForkProperties.FORKS,
            ForkProperties.RUN,
            ForkProperties.ATTEMPT,
            ForkProperties.FORK_DIRECTORY,
            // What a command of a fixture is told.
            "isolation.target");

    private static final String ADVICE =
            " is not what KnownSettings says: run the tests of this module with -Dsettings.write, and see what has changed";

    @Test
    void theReadmeHasTheFewThatMostPeopleNeed() throws IOException {
        assertHas(ROOT.resolve("README.md"), SettingsText.readme());
    }

    @Test
    void thePageHasAllOfThem() throws IOException {
        assertHas(ROOT.resolve("src-site/settings.md"), SettingsText.page());
    }

    @Test
    void thoseThatNoGoalActsUponAreParametersAllTheSame() throws IOException {
        Path mojo = Path.of("src/main/java/io/github/isolation/maven/SettingsMojo.java");
        if (isToBeWritten()) {
            Files.writeString(mojo, SettingsText.mojo());
        }
        assertEquals(SettingsText.mojo(), Files.readString(mojo), mojo + ADVICE);
    }

    @Test
    void whatOtherPagesSayOfASettingByTheWayIsTrueAsWell() throws IOException {
        List<String> wrong = new ArrayList<>();
        Pattern named = Pattern.compile("(?:-D|`)(isolation\\.[A-Za-z]+)(?![A-Za-z.])");
        Pattern row = Pattern.compile("(?m)^\\| `([A-Za-z]+)` \\| `([^`]+)` \\|");
        for (Path page : pages()) {
            String text = Files.readString(page);
            named.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> !isProperty(name))
                    .forEach(name -> wrong.add(page + ": there is no " + name));
            row.matcher(text).results().forEach(found -> KnownSettings.named(found.group(1))
                    .filter(setting -> !setting.byDefault().equals(found.group(2)))
                    .ifPresent(setting -> wrong.add(page + ": " + setting.name() + " is not " + found.group(2) + " but "
                            + setting.byDefault() + " by default")));
        }
        assertEquals(List.of(), wrong);
    }

    /** A setting, or what a fork tells its tests. */
    private static boolean isProperty(String name) {
        return OF_FORKS.contains(name)
                || KnownSettings.all().stream()
                        .anyMatch(setting -> setting.property().equals(name));
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> files = Files.list(ROOT.resolve("src-site"))) {
            files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.endsWith("settings.md"))
                    .forEach(pages::add);
        }
        return pages;
    }

    private static void assertHas(Path file, String table) throws IOException {
        String text = Files.readString(file);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        assertTrue(begin >= BEGIN.length() && end >= begin, file + " has no " + BEGIN + " … " + END);
        if (isToBeWritten()) {
            Files.writeString(file, text.substring(0, begin) + table + text.substring(end));
        } else {
            assertEquals(table, text.substring(begin, end), file + ADVICE);
        }
    }

    private static boolean isToBeWritten() {
        return System.getProperty("settings.write") != null;
    }

    /** From it come {@code isolation:help}, the pages of the site about goals, and what Maven says of a parameter. */
    @Test
    void theDescriptorSaysTheSameOfEveryParameterOfEveryGoal() throws Exception {
        assumeFalse(isToBeWritten(), "it is made of the class that is written in this run");
        Set<String> parameters = new TreeSet<>();
        try (InputStream descriptor = SettingsTextTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            Xpp3Dom plugin = Xpp3DomBuilder.build(new InputStreamReader(descriptor, StandardCharsets.UTF_8));
            for (Xpp3Dom mojo : plugin.getChild("mojos").getChildren()) {
                if (!mojo.getChild("goal").getValue().equals("help")) {
                    for (Xpp3Dom parameter : mojo.getChild("parameters").getChildren()) {
                        if (parameter.getChild("editable").getValue().equals("true")) {
                            assertIsListed(parameter, mojo);
                            parameters.add(parameter.getChild("name").getValue());
                        }
                    }
                }
            }
        }
        assertEquals(
                KnownSettings.all().stream().map(Setting::name).collect(Collectors.toCollection(TreeSet::new)),
                parameters);
    }

    private static void assertIsListed(Xpp3Dom parameter, Xpp3Dom mojo) {
        String name = parameter.getChild("name").getValue();
        String where = "<" + name + "> of isolation:" + mojo.getChild("goal").getValue();
        Setting<?> setting = KnownSettings.named(name).orElseThrow(() -> new AssertionError(where + " is no setting"));
        Xpp3Dom value = mojo.getChild("configuration").getChild(name);
        String property = value == null || value.getValue() == null ? "" : value.getValue();
        String byDefault = value == null ? null : value.getAttribute("default-value");
        assertEquals(setting.property().isEmpty() ? "" : "${" + setting.property() + "}", property, where);
        assertEquals(setting.inMaven(), byDefault == null ? "" : byDefault, where);
        assertEquals(
                SettingsText.plain(setting), parameter.getChild("description").getValue(), where);
    }
}
