package io.github.isolation.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in texts of a service for what only its fork knows: <code>@{port}</code>. A dollar would be Maven's. */
public final class Placeholders {
    /** The port that the fork has for it. */
    public static final String PORT = "port";

    /** Its own copy of its data, or an empty directory. */
    public static final String DATA = "data";

    /** The slot of the fork, or {@code main}. */
    public static final String FORK = "fork";

    /** A directory of its own, which nobody else may read. */
    public static final String DIRECTORY = "directory";

    /** The password that it is to ask for. */
    public static final String PASSWORD = "password";

    /** All of them. */
    public static final List<String> ALL = List.of(PORT, DATA, FORK, DIRECTORY, PASSWORD);

    private static final Pattern FORM = Pattern.compile("@\\{([^{}]*)}");

    private Placeholders() {}

    /** The text as it is where these are the values. What has none stays. */
    public static String fill(String text, Map<String, String> values) {
        return FORM.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    /** The names that stand in a text. */
    public static List<String> in(String text) {
        List<String> names = new ArrayList<>();
        Matcher matcher = FORM.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
