package io.github.isolation.settings;

import io.github.isolation.settings.Setting.Reader;
import io.github.isolation.settings.Setting.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Settings as they are written down, one after the other: each is of the topic of the one before, unless it begins another. */
final class SettingList {
    private final List<Setting<?>> settings = new ArrayList<>();
    private Topic topic = Topic.FIXTURES;

    /** A setting that is given as a property, or as an element of that name without its prefix. */
    <T> Draft<T> setting(String property, Form<T> form, String byDefault) {
        String name = property.startsWith(Setting.PREFIX) ? property.substring(Setting.PREFIX.length()) : property;
        return new Draft<>(name, property, form, byDefault);
    }

    /** One that is {@code true} or {@code false}. */
    Draft<Boolean> flag(String property, String byDefault) {
        return setting(property, new Forms.Flag(), byDefault);
    }

    /** One that is a list, and empty by default. */
    Draft<List<String>> names(String property, Form<List<String>> form) {
        return setting(property, form, "");
    }

    /** One that is an element of the POM, and no property. */
    <T> Draft<T> element(String name, Form<T> form) {
        return new Draft<>(name, "", form, "");
    }

    List<Setting<?>> settings() {
        return List.copyOf(settings);
    }

    /** A setting that is being written down; the last thing to be said is what it means. */
    final class Draft<T> {
        private final String property;
        private final Form<T> form;
        private final String byDefault;
        private String name;
        private String inMaven;
        private String shown = "";
        private String page = "";
        private boolean common;
        private Set<Reader> readers = Set.of();

        private Draft(String name, String property, Form<T> form, String byDefault) {
            this.name = name;
            this.property = property;
            this.form = form;
            this.byDefault = byDefault;
            this.inMaven = byDefault;
        }

        Draft<T> element(String other) {
            name = other;
            return this;
        }

        Draft<T> topic(Topic next) {
            topic = next;
            return this;
        }

        Draft<T> inMaven(String expression) {
            inMaven = expression;
            return this;
        }

        Draft<T> shown(String text) {
            shown = text;
            return this;
        }

        Draft<T> common() {
            common = true;
            return this;
        }

        Draft<T> page(String file) {
            page = file;
            return this;
        }

        Draft<T> readBy(Reader... all) {
            readers = Set.of(all);
            return this;
        }

        Setting<T> means(String meaning) {
            Setting<T> setting = new Setting<>(
                    name, property, form, byDefault, inMaven, shown, readers, topic, common, meaning, page);
            settings.add(setting);
            return setting;
        }
    }
}
