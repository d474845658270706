package io.github.isolation.maven.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table by its columns: their names need not be written for each row. */
final class Columns {
    private final Map<String, List<Number>> columns = new LinkedHashMap<>();

    Columns(String... names) {
        for (String name : names) {
            columns.put(name, new ArrayList<>());
        }
    }

    /** One value for each column, in their order. */
    void row(Number... values) {
        int next = 0;
        for (List<Number> column : columns.values()) {
            column.add(values[next++]);
        }
    }

    /** Writes an object with an array for each column. */
    void write(JsonWriter out) throws IOException {
        out.beginObject();
        for (Map.Entry<String, List<Number>> column : columns.entrySet()) {
            out.name(column.getKey()).beginArray();
            for (Number value : column.getValue()) {
                out.value(value.longValue());
            }
            out.endArray();
        }
        out.endObject();
    }
}
