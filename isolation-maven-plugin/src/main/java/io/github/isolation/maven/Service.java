package io.github.isolation.maven;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One {@code <service>} of the POM, as it is written there. Maven sets the fields; {@link ServiceReader} makes sense of them.
 */
public class Service {
    @Nullable
    String id;

    @Nullable
    Command command;

    @Nullable
    Postgres postgres;

    @Nullable
    Redis redis;

    @Nullable
    Mariadb mariadb;

    @Nullable
    String data;

    @Nullable
    String ready;

    @Nullable
    Command readyCommand;

    @Nullable
    String startTimeout;

    @Nullable
    String stopSignal;

    @Nullable
    String gracePeriod;

    @Nullable
    String restore;

    Map<String, @Nullable String> environment = new LinkedHashMap<>();

    Map<String, @Nullable String> properties = new LinkedHashMap<>();

    /** What says what is started: one of them, if all is well. Each kind has an element here. */
    List<ServicePreset> presets() {
        List<ServicePreset> given = new ArrayList<>();
        if (command != null) {
            given.add(new CommandPreset(command));
        }
        Stream.of(postgres, redis, mariadb).filter(Objects::nonNull).forEach(given::add);
        return given;
    }
}
