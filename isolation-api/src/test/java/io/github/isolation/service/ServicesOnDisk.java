package io.github.isolation.service;

import io.github.isolation.fixture.FileTrees;
import io.github.isolation.fixture.Seed;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.PortBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Services that are small shells, which run as long as a test does. */
abstract class ServicesOnDisk {
    /** Says that it is ready, and stays. */
    static final String STAYS = "echo ready; exec sleep 600";

    final List<String> happened = Collections.synchronizedList(new ArrayList<>());
    final BlockingQueue<String> ended = new LinkedBlockingQueue<>();
    final Keeper keeper = new Keeper();
    Path directory = Path.of("");
    ForkLayout layout = new ForkLayout(directory);
    private final List<ForkServices> all = new ArrayList<>();
    private int port = 30_000;

    @BeforeEach
    void makeDirectory() throws IOException {
        directory = Files.createTempDirectory("services");
        layout = new ForkLayout(directory.resolve("isolation"));
        while (!PortBook.isFree(port)) {
            port++;
        }
    }

    @AfterEach
    void endAll() throws IOException, InterruptedException {
        for (ForkServices services : all) {
            services.close();
        }
        keeper.close();
        FileTrees.delete(directory);
    }

    int port() {
        return port;
    }

    ForkServices services(ServiceSpec... specs) throws IOException {
        ServicePorts ports = new ServicePorts() {
            @Override
            public int port(String name) {
                return port;
            }

            @Override
            public int another(String name) throws IOException {
                do {
                    port++;
                } while (!PortBook.isFree(port));
                return port;
            }

            @Override
            public boolean isFree(int asked) throws IOException {
                return PortBook.isFree(asked);
            }
        };
        ForkServices services = new ForkServices(
                new ServicePlan(List.of(specs)), layout, "1", keeper, ports, new ForkServices.Listener() {
                    @Override
                    public void on(ServiceEvent event) {
                        happened.add(event.id() + " " + event.kind());
                    }

                    @Override
                    public void ended(String what, String lastWords) {
                        ended.add(what + "\n" + lastWords);
                    }
                });
        all.add(services);
        return services;
    }

    ServiceSpec shell(String id, RestorePolicy restore, String script, String... arguments) {
        return shell(id, restore, null, Map.of(), script, arguments);
    }

    ServiceSpec shell(
            String id,
            RestorePolicy restore,
            @Nullable Seed data,
            Map<String, String> environment,
            String script,
            String... arguments) {
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", script, "sh"));
        words.addAll(List.of(arguments));
        return new ServiceSpec(
                id,
                new ServiceCommand(words, List.of(), environment, Map.of(), directory),
                new ServiceLife(
                        ReadyCheck.parse("log:^ready"),
                        Duration.ofSeconds(60),
                        "TERM",
                        Duration.ofSeconds(20),
                        restore),
                data,
                Map.of("of." + id, "@{port} @{data} @{fork} @{directory}"),
                null);
    }

    ProcessHandle process(String id) throws IOException {
        return ProcessNote.read(layout.services("1").resolve(id + ".process"))
                .flatMap(ProcessNote::find)
                .orElseThrow(() -> new AssertionError("service " + id + " does not run"));
    }

    /** Fails if it does not come at all. */
    String nextEnd() throws InterruptedException {
        String next = ended.poll(60, TimeUnit.SECONDS);
        return next == null ? "nothing" : next;
    }

    /** Fails if it does not end at all. */
    static void awaitEnd(ProcessHandle process) throws Exception {
        process.onExit().get(60, TimeUnit.SECONDS);
    }
}
