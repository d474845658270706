package io.github.isolation.settings;

import java.util.Optional;
import java.util.Properties;

/** Reads settings that are given as properties, all of which can be understood. */
final class SettingsReader {
    private final Properties properties;

    SettingsReader(Properties properties) {
        this.properties = properties;
    }

    /** What was asked for, or what is so where nothing was. */
    <T> T get(Setting<T> setting) {
        return find(setting).orElseGet(setting::otherwise);
    }

    /** What was asked for; empty where nothing was. */
    <T> Optional<T> find(Setting<T> setting) {
        return Optional.of(properties.getProperty(setting.property(), "").strip())
                .filter(value -> !value.isEmpty())
                .map(setting.form()::parse);
    }
}
