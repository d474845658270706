package io.github.isolation.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fixture.Seed;
import io.github.isolation.fixture.SeedMode;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.maven.cache.CacheLayout;
import io.github.isolation.maven.cache.FetchContext;
import io.github.isolation.maven.cache.FixtureCache;
import io.github.isolation.maven.cache.Sleeper;
import io.github.isolation.service.RestorePolicy;
import io.github.isolation.service.ServiceLife;
import io.github.isolation.service.ServiceSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that is wrong with the services of a POM is said at once, with element and value. */
final class ServiceReaderTest {
    private static final String PLACEHOLDERS = "@{port} @{data} @{fork} @{directory} @{password}";

    private final List<Service> services = new ArrayList<>();
    private Path directory;

    @BeforeEach
    void useDirectory(@TempDir Path empty) {
        directory = empty;
    }

    @Test
    void whatAUserSaysIsInThePlanAndWhatIsUsualWhereHeSaysNothing() throws Exception {
        service("stub", s -> {
            s.command.mainClass = "shop.PaymentStub";
            s.command.arguments.add("@{port}");
            s.command.arguments.add(null);
            s.properties.put("stub.url", "http://127.0.0.1:@{port}");
            s.environment.put("EMPTY", null);
        });
        service("db", s -> {
            s.command.executable = "/bin/sh";
            s.data = "schema";
            s.ready = "command";
            s.readyCommand = new Command();
            s.readyCommand.executable = "/bin/sh";
            s.readyCommand.arguments.add("-c");
            s.startTimeout = "5s";
            s.stopSignal = "QUIT";
            s.gracePeriod = "200ms";
            s.restore = "everyClass";
            s.environment.put("SECRET", "@{password}");
        });
        List<ServiceSpec> specs = specs();
        ServiceSpec stub = specs.get(0);
        Path options = directory.resolve("isolation/services/stub.options");
        assertEquals(
                List.of("@" + options, "shop.PaymentStub", "@{port}", ""),
                stub.command().words().subList(1, 5));
        assertEquals("-cp \"/test classes:/a.jar\"\n", Files.readString(options));
        assertEquals(ServiceLife.USUAL, stub.life());
        assertEquals(Map.of("stub.url", "http://127.0.0.1:@{port}"), stub.properties());
        assertEquals(Map.of("EMPTY", ""), stub.command().environment());
        ServiceSpec db = specs.get(1);
        assertEquals(List.of("/bin/sh"), db.command().words());
        assertEquals(List.of("/bin/sh", "-c"), db.life().ready().words());
        assertEquals(Duration.ofSeconds(5), db.life().startTimeout());
        assertEquals("QUIT", db.life().stopSignal());
        assertEquals(Duration.ofMillis(200), db.life().gracePeriod());
        assertEquals(RestorePolicy.EVERY_CLASS, db.life().restore());
        assertEquals(new Seed("schema", Path.of("/cache/schema"), SeedMode.COPY, "d1"), db.data());
        assertEquals(directory, db.command().directory());
    }

    @Test
    void allProblemsAreListedAtOnce() {
        service(null, s -> s.command.executable = "/bin/sh");
        service("db.log", s -> {
            s.command.executable = "/bin/sh";
            s.command.timeout = "5s";
            s.ready = "soon";
            s.startTimeout = "long";
            s.stopSignal = "SIGTERM";
            s.restore = "often";
            s.data = "nothing";
        });
        service("a", s -> {
            s.command.executable = "/bin/sh";
            s.command.arguments.add("--password=@{password}");
            s.environment.put("X", "@{prot}");
            s.ready = "command";
        });
        service("A", s -> {
            s.command = null;
            s.ready = "tcp";
            s.readyCommand = new Command();
            s.readyCommand.mainClass = "x.Y";
        });
        assertEquals(
                List.of(
                        "<service> number 1: <id> is missing",
                        "<service> 'db.log': <id>db.log</id> is not an id: " + ServiceSpec.ID_RULE,
                        "<service> 'db.log': <data>nothing</data> is not the <id> of a <fixture>, which are schema, words",
                        "<service> 'db.log': <ready>: 'soon' is none of tcp, log:REGEX, http:/path, command, postgres or redis",
                        "<service> 'db.log': <startTimeout>: 'long' is not a duration; write 500ms, 30s, 5m, 1h or 30d",
                        "<service> 'db.log': <stopSignal>: 'SIGTERM' is not a signal; write TERM, INT or QUIT",
                        "<service> 'db.log': <restore>: 'often' is none of onReplace, everyClass and never",
                        "<service> 'db.log': <inputs> and <timeout> are for the <command> of a fixture; how long a service may"
                                + " take to start is its <startTimeout>",
                        "<service> 'a': <environment> X has @{prot} in it, which nothing stands for; there are "
                                + PLACEHOLDERS,
                        "<service> 'a': <ready>command</ready> needs a <readyCommand> that ends with 0 once the service is ready",
                        "<service> 'a': <argument> has @{password} in it, and everybody on this machine can read the command"
                                + " lines of processes; put it into <environment>",
                        "<service> 'A': <id>A</id> differs from <id>a</id> by case only, and on many file systems they would"
                                + " be one",
                        "<service> 'A': <readyCommand> is for <ready>command</ready>, not for <ready>tcp</ready>",
                        "<service> 'A': <readyCommand> has a <mainClass>; it needs an <executable>: a JVM for each look would"
                                + " take too long",
                        "<service> 'A': it needs one of <command>, <postgres>, <redis>, <mariadb>"),
                problems());
    }

    @Test
    void elementsThatAreNoServicesAreNamed() {
        ServiceReader reader = new ServiceReader(directory, Set.of());
        reader.checkElements(List.of("service", "servce", "servce"));
        assertEquals(List.of("<services> has a <servce>; write <service>"), reader.problems());
    }

    private void service(@Nullable String id, Consumer<Service> rest) {
        Service service = new Service();
        service.id = id;
        service.command = new Command();
        rest.accept(service);
        services.add(service);
    }

    private List<String> problems() {
        ServiceReader reader = new ServiceReader(directory, Set.of("schema", "words"));
        reader.read(services);
        return reader.problems();
    }

    private List<ServiceSpec> specs() throws Exception {
        ServiceReader reader = new ServiceReader(directory, Set.of("schema"));
        List<ServiceDraft> drafts = reader.read(services);
        assertEquals(List.of(), reader.problems());
        assertTrue(Files.notExists(directory.resolve("isolation")), "nothing is made yet");
        FetchContext context = new FetchContext(
                directory,
                List.of(Path.of("/test classes"), Path.of("/a.jar")),
                List.of(),
                new ForkLayout(directory.resolve("isolation")),
                null,
                null,
                Sleeper.SLEEP,
                true,
                new SystemStreamLog());
        Seed seed = new Seed("schema", Path.of("/cache/schema"), SeedMode.SHARED, "d1");
        return new ServicePreparation(
                        new FixtureCache(new CacheLayout(directory.resolve("cache")), context),
                        context,
                        List.of(seed),
                        "none")
                .prepare(drafts)
                .services();
    }
}
