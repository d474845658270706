package io.github.isolation.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a line that was read. What is missing, or is of another type, is as if it had not been written. */
public final class Fields {
    private final Map<String, Object> fields;

    Fields(Map<String, Object> fields) {
        this.fields = fields;
    }

    /**
     * Those of a line.
     *
     * @throws IllegalArgumentException if it is no JSON object
     */
    public static Fields of(String line) {
        return new Fields(JsonReader.object(line));
    }

    /** A text; empty where there is none. */
    public String text(String name) {
        return fields.get(name) instanceof String text ? text : "";
    }

    @Nullable
    String textOrNull(String name) {
        return fields.get(name) instanceof String text ? text : null;
    }

    /** A whole number; 0 where there is none. */
    public long number(String name) {
        return fields.get(name) instanceof Number number ? number.longValue() : 0;
    }

    /** The same, as an int. */
    public int count(String name) {
        return (int) number(name);
    }

    double decimal(String name) {
        return fields.get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    @Nullable
    Integer countOrNull(String name) {
        return fields.get(name) instanceof Number number ? number.intValue() : null;
    }

    /** Whether it is there, and true. */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(fields.get(name));
    }

    /** Texts; none where there is no list. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        if (fields.get(name) instanceof List<?> list) {
            for (Object one : list) {
                if (one instanceof String text) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    /** Whole numbers; none where there is no list. */
    public List<Long> numbers(String name) {
        return fields.get(name) instanceof List<?> list
                ? list.stream()
                        .filter(Long.class::isInstance)
                        .map(Long.class::cast)
                        .toList()
                : List.of();
    }

    @SuppressWarnings("unchecked")
    List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        if (fields.get(name) instanceof List<?> list) {
            for (Object one : list) {
                if (one instanceof Map<?, ?> object) {
                    objects.add(new Fields((Map<String, Object>) object));
                }
            }
        }
        return objects;
    }
}
