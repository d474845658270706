package io.github.isolation.maven;

import io.github.isolation.settings.KnownSettings;
import io.github.isolation.settings.Setting;
import io.github.isolation.settings.Setting.Reader;
import io.github.isolation.settings.Setting.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is written down elsewhere of the list of settings: tables in Markdown, and the parameters of a goal in Java. */
final class SettingsText {
    private static final int WIDTH = 120;
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    private SettingsText() {}

    /** The few that most people need. */
    static String readme() {
        return table(Setting::isCommon, "src-site/");
    }

    /** All of them, topic by topic. */
    static String page() {
        List<String> parts = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            parts.add("## " + topic.title() + "\n\n" + table(setting -> setting.topic() == topic, ""));
        }
        return String.join("\n", parts);
    }

    private static String table(Predicate<Setting<?>> which, String folder) {
        StringBuilder table = new StringBuilder("| element | values | default | meaning |\n|---|---|---|---|\n");
        KnownSettings.all().stream()
                .filter(which)
                .forEach(setting -> table.append(
                        "| `" + setting.name() + "` | " + setting.form().values() + " | " + byDefault(setting) + " | "
                                + meaning(setting, folder) + " |\n"));
        return table.toString();
    }

    private static String byDefault(Setting<?> setting) {
        if (!setting.shown().isEmpty()) {
            return setting.shown();
        }
        return setting.byDefault().isEmpty() ? "–" : "`" + setting.byDefault() + "`";
    }

    private static String meaning(Setting<?> setting, String folder) {
        boolean usual = setting.property().isEmpty() || setting.property().equals(Setting.PREFIX + setting.name());
        return setting.meaning()
                + (usual ? "" : " The property is `" + setting.property() + "`.")
                + (setting.page().isEmpty() ? "" : " [More](" + folder + setting.page() + ")");
    }

    /** The meaning as it is in Javadoc. */
    static String javadoc(Setting<?> setting) {
        return CODE.matcher(setting.meaning()).replaceAll("{@code $1}");
    }

    /** The meaning as it is in the descriptor of the plugin. */
    static String plain(Setting<?> setting) {
        return setting.meaning().replace("`", "");
    }

    /** Those that no goal acts upon: parameters of one all the same, so that Maven knows them. */
    static List<Setting<?>> parameters() {
        return KnownSettings.all().stream()
                .filter(setting -> !setting.readers().contains(Reader.GOAL))
                .collect(Collectors.toList());
    }

    /** The class that declares these. */
    static String mojo() {
        StringBuilder fields = new StringBuilder();
        StringBuilder puts = new StringBuilder();
        for (Setting<?> setting : parameters()) {
            boolean list = setting.form().isList();
            String value = setting.inMaven().isEmpty() ? "" : ", defaultValue = \"" + setting.inMaven() + "\"";
            fields.append(comment(javadoc(setting)))
                    .append("    @Parameter(property = \"" + setting.property() + "\"" + value + ")\n")
                    .append("    private @Nullable " + (list ? "List<String> " : "String ") + setting.name() + ";\n\n");
            puts.append("        put(all, \"" + setting.property() + "\", "
                    + (list ? "joined(" + setting.name() + ")" : setting.name()) + ");\n");
        }
        return """
                package io.github.isolation.maven;

                import java.util.LinkedHashMap;
                import java.util.List;
                import java.util.Map;
                import java.util.Objects;
                import java.util.stream.Collectors;
                import org.apache.maven.plugins.annotations.Parameter;
                import org.jspecify.annotations.Nullable;

                /**
                 * The settings that no goal acts upon. The extension reads them, or hands them to the forks as system properties; they are
                 * declared here so that Maven knows them, documents them, and shows with {@code -X} what it was told.
                 *
                 * <p>Written by SettingsTextTest from the list of settings, which is the place to change something.
                 */
                abstract class SettingsMojo extends IsolationMojo {
                %s    /** All that is set, by the name of the property, in the form that the forks read. */
                    final Map<String, String> settings() {
                        Map<String, String> all = new LinkedHashMap<>();
                %s        return all;
                    }

                    private static void put(Map<String, String> all, String property, @Nullable String value) {
                        if (value != null) {
                            all.put(property, value);
                        }
                    }

                    private static @Nullable String joined(@Nullable List<String> values) {
                        return values == null
                                ? null
                                : values.stream().map(value -> Objects.toString(value, "")).collect(Collectors.joining(","));
                    }
                }
                """.formatted(fields, puts);
    }

    /** A comment of one line or more; what is in braces stays together. */
    private static String comment(String text) {
        String line = "    /** " + text + " */\n";
        if (line.length() <= WIDTH) {
            return line;
        }
        StringBuilder comment = new StringBuilder("    /**\n");
        StringBuilder current = new StringBuilder("     *");
        Matcher words = Pattern.compile("(?:\\{[^}]*}|\\S)+").matcher(text);
        while (words.find()) {
            if (current.length() + 1 + words.group().length() > WIDTH) {
                comment.append(current).append('\n');
                current = new StringBuilder("     *");
            }
            current.append(' ').append(words.group());
        }
        return comment.append(current).append("\n     */\n").toString();
    }
}
