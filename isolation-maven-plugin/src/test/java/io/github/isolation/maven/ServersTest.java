package io.github.isolation.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the elements of servers that we know: all of it at once. */
final class ServersTest {
    private Path module;

    @BeforeEach
    void useDirectory(@TempDir Path empty) {
        module = empty;
    }

    @Test
    void emptyElementIsEnough() {
        assertEquals(List.of(), problems(service(new Postgres())));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() throws IOException {
        Files.writeString(module.resolve("schema.sql"), "select 1");
        Postgres postgres = new Postgres();
        postgres.version = "17";
        postgres.home = "nowhere";
        postgres.setSql("schema.sql");
        postgres.setSql("missing.sql");
        postgres.setSql(null);
        postgres.fill = new Command();
        postgres.settings = Map.of("work mem", "1MB");
        Service service = service(postgres);
        service.data = "words";

        assertEquals(
                List.of(
                        "<service> 'db': <data> is for a <command>; the data of <postgres> is made by its <sql> and <fill>",
                        "<service> 'db': <postgres> has <home> and <version>; a directory has the version that it has",
                        "<service> 'db': <home>nowhere</home> is not a directory: " + module.resolve("nowhere"),
                        "<service> 'db': <version>17</version> is not a whole version; write 17.6, for example",
                        "<service> 'db': <sql>missing.sql</sql> is not a file: " + module.resolve("missing.sql"),
                        "<service> 'db': <sql></sql> is not a file: " + module,
                        "<service> 'db': <command> needs a <mainClass> or an <executable>",
                        "<service> 'db': <settings>: 'work mem' is not the name of a setting"),
                problems(service));
    }

    @Test
    void settingIsOneLine() {
        Postgres postgres = new Postgres();
        postgres.settings = Map.of("work_mem", "1MB\nfsync=on");

        assertEquals(
                List.of("<service> 'db': <settings>: work_mem has more than one line"), problems(service(postgres)));
    }

    @Test
    void serviceIsOfOneKind() {
        Service service = service(new Postgres());
        service.redis = new Redis();

        assertEquals(
                List.of("<service> 'db': it has <postgres> and <redis>; it needs exactly one of them"),
                problems(service));
    }

    @Test
    void serverThatIsNotThereIsNamed() throws IOException {
        Path home = Files.createDirectory(module.resolve("home"));
        Redis redis = new Redis();
        redis.home = "home";
        Service cache = new Service();
        cache.id = "cache";
        cache.redis = redis;
        assertEquals(
                List.of("<service> 'cache': <redis> needs valkey-server or redis-server, which is not in " + home
                        + "; install it, or write its directory as <home>"),
                problems(cache));

        Path program =
                Files.createFile(Files.createDirectory(home.resolve("bin")).resolve("valkey-server"));
        assertTrue(program.toFile().setExecutable(true));
        ServiceReader reader = reader();
        assertNotNull(reader.read(List.of(cache)).get(0));
        assertEquals(List.of(), reader.problems());
    }

    private List<String> problems(Service service) {
        ServiceReader reader = reader();
        reader.read(List.of(service));
        return reader.problems();
    }

    private ServiceReader reader() {
        return new ServiceReader(module, Set.of("words"));
    }

    private static Service service(Postgres postgres) {
        Service service = new Service();
        service.id = "db";
        service.postgres = postgres;
        return service;
    }
}
