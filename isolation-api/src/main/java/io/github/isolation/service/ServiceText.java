package io.github.isolation.service;

import io.github.isolation.fixture.FileTrees;
import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedMode;
import io.github.isolation.fork.PropertyText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One service among the properties of a plan. What may be missing is missing; durations are in milliseconds:
 *
 * <pre>
 * service.1.id=db
 * service.1.word.1=/usr/lib/postgresql/15/bin/postgres
 * service.1.word.2=-D
 * service.1.word.3=@{data}
 * service.1.runAs.1=unshare
 * service.1.directory=/home/me/module
 * service.1.environment.LC_ALL=C
 * service.1.file.redis.conf=requirepass @{password}
 * service.1.data.id=schema
 * service.1.data.source=/absolute/path/into/the/cache
 * service.1.data.digest=2cf24dba…
 * service.1.ready=command
 * service.1.ready.1=/usr/bin/pg_isready
 * service.1.startTimeout=60000
 * service.1.stopSignal=QUIT
 * service.1.gracePeriod=10000
 * service.1.restore=everyClass
 * service.1.property.jdbc.url=jdbc:postgresql://127.0.0.1:@{port}/postgres
 * service.1.passwordFile=/absolute/path
 * </pre>
 */
final class ServiceText {
    private final Properties properties;
    private final String prefix;

    ServiceText(Properties properties, String prefix) {
        this.properties = properties;
        this.prefix = prefix;
    }

    ServiceSpec read() {
        String password = find("passwordFile");
        return new ServiceSpec(
                value("id"),
                new ServiceCommand(
                        words("word."),
                        words("runAs."),
                        entries("environment."),
                        entries("file."),
                        Path.of(value("directory"))),
                life(),
                data(),
                entries("property."),
                password == null ? null : Path.of(password));
    }

    private ServiceLife life() {
        ReadyCheck ready = ReadyCheck.parse(value("ready"));
        return new ServiceLife(
                ready.kind() == ReadyCheck.Kind.COMMAND ? ReadyCheck.command(words("ready.")) : ready,
                Duration.ofMillis(Long.parseLong(value("startTimeout"))),
                value("stopSignal"),
                Duration.ofMillis(Long.parseLong(value("gracePeriod"))),
                RestorePolicy.parse(value("restore")));
    }

    private @Nullable Seed data() {
        String id = find("data.id");
        return id == null ? null : new Seed(id, Path.of(value("data.source")), SeedMode.COPY, value("data.digest"));
    }

    void write(ServiceSpec service) {
        set("id", service.id());
        ServiceCommand command = service.command();
        setAll("word.", command.words());
        setAll("runAs.", command.runAs());
        setAll("environment.", command.environment());
        setAll("file.", command.files());
        set("directory", command.directory().toString());
        Seed data = service.data();
        if (data != null) {
            set("data.id", data.id());
            set("data.source", data.source().toString());
            set("data.digest", data.digest());
        }
        ServiceLife life = service.life();
        set("ready", life.ready().text());
        if (life.ready().kind() == ReadyCheck.Kind.COMMAND) {
            setAll("ready.", life.ready().words());
        }
        set("startTimeout", Long.toString(life.startTimeout().toMillis()));
        set("stopSignal", life.stopSignal());
        set("gracePeriod", Long.toString(life.gracePeriod().toMillis()));
        set("restore", life.restore().text());
        setAll("property.", service.properties());
        if (service.passwordFile() != null) {
            set("passwordFile", service.passwordFile().toString());
        }
    }

    /** All properties as one file. */
    static void writeFile(Path file, Properties properties) throws IOException {
        FileTrees.writeAtomically(file, PropertyText.of(properties));
    }

    private void set(String name, String value) {
        properties.setProperty(prefix + name, value);
    }

    private void setAll(String name, List<String> values) {
        for (int number = 1; number <= values.size(); number++) {
            set(name + number, values.get(number - 1));
        }
    }

    private void setAll(String name, Map<String, String> values) {
        values.forEach((key, value) -> set(name + key, value));
    }

    private @Nullable String find(String name) {
        return properties.getProperty(prefix + name);
    }

    private String value(String name) {
        String value = find(name);
        if (value == null) {
            throw new IllegalArgumentException("'" + prefix + name + "' is missing");
        }
        return value;
    }

    private List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String word = find(name + 1); word != null; word = find(name + (words.size() + 1))) {
            words.add(word);
        }
        return words;
    }

    private Map<String, String> entries(String name) {
        Map<String, String> entries = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(prefix + name)) {
                entries.put(key.substring((prefix + name).length()), properties.getProperty(key, ""));
            }
        }
        return entries;
    }
}
