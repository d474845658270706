package io.github.isolation.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The one list: nothing is in it twice, and no name of a setting is written anywhere else. */
class KnownSettingsTest {
    private static final Pattern LITERAL = Pattern.compile("\"(isolation\\.[A-Za-z]+)\"");

    /** Where names are written down; and generated from the list, which another test compares. */
    private static final Set<String> HOMES = Set.of("SettingNames.java", "ForkProperties.java", "SettingsMojo.java");

    @Test
    void eachHasANameOfItsOwnAndSaysWhatItMeansAndWhoReadsIt() {
        Set<String> names = new HashSet<>();
        Set<String> properties = new HashSet<>(Set.of(""));
        for (Setting<?> setting : KnownSettings.all()) {
            assertTrue(names.add(setting.name()), setting.name());
            assertTrue(setting.property().isEmpty() || properties.add(setting.property()), setting.property());
            assertTrue(setting.meaning().matches("[A-Z].*\\."), setting.meaning());
            assertTrue(!setting.readers().isEmpty(), setting.name());
        }
    }

    @Test
    void everyDefaultIsAValueThatUsersMightWrite() {
        for (Setting<?> setting : KnownSettings.all()) {
            assertEquals(
                    List.of(), setting.problem(setting.byDefault()).stream().toList());
        }
    }

    @Test
    void aServerMayBeStartedByAnyUser() {
        for (String user : List.of("auto", "none", "postgres")) {
            assertEquals(List.of(), KnownSettings.RUN_AS.problem(user).stream().toList());
        }
    }

    @Test
    void everyNameIsThatOfASetting() throws IllegalAccessException {
        Set<String> named = new TreeSet<>();
        for (Field field : SettingNames.class.getFields()) {
            named.add((String) field.get(null));
        }
        Set<String> listed = properties();
        listed.removeIf(property -> !property.startsWith(Setting.PREFIX));
        assertEquals(listed, named);
    }

    @Test
    void whatFewNeedIsNotAmongTheTenOfTheReadme() {
        assertEquals(10, KnownSettings.all().stream().filter(Setting::isCommon).count());
    }

    @Test
    void noNameOfASettingIsWrittenAnywhereElse() throws IOException {
        List<String> elsewhere = new ArrayList<>();
        Set<String> properties = properties();
        for (String module : List.of("isolation-api", "isolation-surefire-provider", "isolation-maven-plugin")) {
            for (Path source : sources(Path.of("..", module, "src/main/java"))) {
                Matcher literals = LITERAL.matcher(Files.readString(source));
                while (literals.find()) {
                    if (properties.contains(literals.group(1))) {
                        elsewhere.add(source.getFileName() + ": " + literals.group(1) + " is in SettingNames");
                    }
                }
            }
        }
        assertEquals(List.of(), elsewhere);
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !HOMES.contains(path.getFileName().toString()))
                    .toList();
        }
    }

    private static Set<String> properties() {
        return KnownSettings.all().stream()
                .map(Setting::property)
                .filter(property -> !property.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
