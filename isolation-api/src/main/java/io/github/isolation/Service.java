package io.github.isolation;

import java.nio.file.Path;
import java.util.Map;

/**
 * A server that this fork has for itself.
 *
 * @param id its {@code <id>}
 * @param port where it listens, on 127.0.0.1
 * @param properties its {@code <properties>}, as they are in this fork; in a fork they are system properties as well
 * @param data this fork's own copy of its data, which the server may be writing to
 * @param log what it says
 */
public record Service(String id, int port, Map<String, String> properties, Path data, Path log) {
    public Service {
        properties = Map.copyOf(properties);
    }

    /**
     * One of its properties.
     *
     * @throws IllegalArgumentException when it has none of this name
     */
    public String property(String name) {
        String value = properties.get(name);
        if (value == null) {
            throw new IllegalArgumentException("service '" + id + "' has no property '" + name + "', only "
                    + properties.keySet().stream().sorted().toList());
        }
        return value;
    }

    /** Without its properties, one of which may hold a password. */
    @Override
    public String toString() {
        return "service '" + id + "' on port " + port;
    }
}
