package io.github.isolation.settings;

import java.util.Properties;

/**
 * Reads settings that are given as properties, all of which can be understood. In the supervisor, before its first worker is
 * started: without lambdas, whose first one takes a JVM longer than all this.
 */
final class SettingsReader {
    private final Properties properties;

    SettingsReader(Properties properties) {
        this.properties = properties;
    }

    /** What was asked for, or what is so where nothing was. */
    <T> T get(Setting<T> setting) {
        String value = value(setting);
        return value.isEmpty() ? setting.otherwise() : setting.form().parse(value);
    }

    /** What was asked for, or this where nothing was: of a setting that has no default by itself. */
    <T> T get(Setting<T> setting, T otherwise) {
        String value = value(setting);
        return value.isEmpty() ? otherwise : setting.form().parse(value);
    }

    private String value(Setting<?> setting) {
        return properties.getProperty(setting.property(), "").strip();
    }
}
