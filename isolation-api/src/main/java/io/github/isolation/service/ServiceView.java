package io.github.isolation.service;

import io.github.isolation.fork.ForkLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a test may know of a service.
 *
 * @param properties filled in
 * @param data its copy of its data
 */
public record ServiceView(int port, Map<String, String> properties, Path data, Path log) {
    public ServiceView {
        properties = Map.copyOf(properties);
    }

    /** Of a service that somebody else has started, in this slot, with this port. */
    public static ServiceView of(ServicePlan plan, String id, ForkLayout layout, String slot, int port)
            throws IOException {
        ServiceSpec spec = plan.services().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service '" + id + "'"));
        ServicePlace place = new ServicePlace(layout, slot, id);
        Map<String, String> values = new LinkedHashMap<>();
        values.put(Placeholders.PORT, Integer.toString(port));
        values.put(Placeholders.DATA, place.data(spec.data()).toString());
        values.put(Placeholders.FORK, slot);
        values.put(Placeholders.DIRECTORY, place.directory().toString());
        if (Password.isWanted(spec)) {
            values.put(Placeholders.PASSWORD, Files.readString(place.password()).strip());
        }
        return filled(spec, place, port, values);
    }

    static ServiceView filled(ServiceSpec spec, ServicePlace place, int port, Map<String, String> values) {
        Map<String, String> filled = new LinkedHashMap<>();
        spec.properties().forEach((name, text) -> filled.put(name, Placeholders.fill(text, values)));
        return new ServiceView(port, filled, place.data(spec.data()), place.log());
    }
}
