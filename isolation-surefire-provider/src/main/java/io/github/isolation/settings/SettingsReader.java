package io.github.isolation.settings;

import io.github.isolation.fork.Durations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code isolation.*} properties and collects what is wrong with them, so that the user sees all of it at once. */
final class Wishes {
    private static final String PREFIX = "isolation.";

    private final Properties properties;
    private final List<String> problems = new ArrayList<>();

    Wishes(Properties properties) {
        this.properties = properties;
    }

    /** A value in the form that {@code parse} understands; it says what is wrong with others. */
    <T> T read(String name, T otherwise, Function<String, T> parse) {
        String value = properties.getProperty(PREFIX + name);
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        try {
            return parse.apply(value.strip());
        } catch (IllegalArgumentException e) {
            refuse(name, e.getMessage());
            return otherwise;
        }
    }

    /** Adds a problem that only whoever reads the value can see. */
    void refuse(String name, @Nullable String why) {
        problems.add("<" + name + "> (" + PREFIX + name + "): " + why);
    }

    /** A number that is not negative. */
    int number(String name, int otherwise) {
        return read(name, otherwise, value -> {
            int number = value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
            if (number < 0) {
                throw new IllegalArgumentException("'" + value + "' is not a number; write 0 or more");
            }
            return number;
        });
    }

    /** A duration, in milliseconds. */
    long duration(String name, long otherwise) {
        return read(name, otherwise, Durations::parse);
    }

    /** One of a few words. */
    String word(String name, List<String> words) {
        return read(name, words.get(0), value -> {
            if (!words.contains(value)) {
                throw new IllegalArgumentException("'" + value + "' is none of " + String.join(", ", words));
            }
            return value;
        });
    }

    /** Words separated by commas, each of this form and different from the others. */
    List<String> list(String name, String form, String whatEachIs) {
        return read(name, List.of(), value -> {
            List<String> words =
                    Arrays.stream(value.split(",", -1)).map(String::strip).toList();
            Set<String> seen = new HashSet<>();
            for (String word : words) {
                if (!word.matches(form)) {
                    throw new IllegalArgumentException("'" + word + "' is not " + whatEachIs);
                }
                if (!seen.add(word)) {
                    throw new IllegalArgumentException("'" + word + "' is there twice");
                }
            }
            return words;
        });
    }

    /** All that was wrong, a line each, with the element of the POM and the property. */
    List<String> problems() {
        return List.copyOf(problems);
    }
}
