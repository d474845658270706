package io.github.isolation.fork;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The text of a property file, as {@link Properties#load(java.io.InputStream)} reads it. {@code Properties} writes today's date
 * on top, and for that a JVM loads time zones and calendars: 25 ms that the first worker would wait for.
 */
public final class PropertyText {
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_PRINTABLE = 0x7e;

    private PropertyText() {}

    /** A line for each property, in ASCII, in the order of their names. */
    public static String of(Properties properties) {
        StringBuilder text = new StringBuilder();
        Map<String, String> sorted = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> sorted.put(name, properties.getProperty(name)));
        sorted.forEach((name, value) -> {
            escape(text, name, true);
            text.append('=');
            escape(text, value, false);
            text.append('\n');
        });
        return text.toString();
    }

    private static void escape(StringBuilder text, String raw, boolean name) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            boolean space = c == ' ' && (name || i == 0);
            if (space || c == '\\' || c == '=' || c == ':' || c == '#' || c == '!') {
                text.append('\\').append(c);
            } else if (c < FIRST_PRINTABLE || c > LAST_PRINTABLE) {
                String digits = Integer.toHexString(c);
                text.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
            } else {
                text.append(c);
            }
        }
    }
}
