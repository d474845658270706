package io.github.isolation.maven.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table by its columns: their names need not be written for each row. */
final class Columns {
    private final Map<String, List<Object>> columns = new LinkedHashMap<>();

    Columns(String... names) {
        and(names);
    }

    /** More of them. */
    void and(String... names) {
        for (String name : names) {
            columns.put(name, new ArrayList<>());
        }
    }

    /** One value for each column, in their order. */
    void row(Object... values) {
        int next = 0;
        for (List<Object> column : columns.values()) {
            column.add(values[next++]);
        }
    }

    Map<String, List<Object>> all() {
        return columns;
    }
}
