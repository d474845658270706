package io.github.isolation.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a line that was read. What is missing, or is of another type, is as if it had not been written. */
final class Fields {
    private final Map<String, Object> fields;

    Fields(Map<String, Object> fields) {
        this.fields = fields;
    }

    String text(String name) {
        return fields.get(name) instanceof String text ? text : "";
    }

    @Nullable
    String textOrNull(String name) {
        return fields.get(name) instanceof String text ? text : null;
    }

    long number(String name) {
        return fields.get(name) instanceof Number number ? number.longValue() : 0;
    }

    int count(String name) {
        return (int) number(name);
    }

    double decimal(String name) {
        return fields.get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    @Nullable
    Integer countOrNull(String name) {
        return fields.get(name) instanceof Number number ? number.intValue() : null;
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(fields.get(name));
    }

    List<String> texts(String name) {
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
