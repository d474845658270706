package io.github.isolation;

import io.github.isolation.fork.AtStart;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.fork.PortBook;
import io.github.isolation.service.ForkServices;
import io.github.isolation.service.Keeper;
import io.github.isolation.service.ServiceEvent;
import io.github.isolation.service.ServiceFailedException;
import io.github.isolation.service.ServicePlan;
import io.github.isolation.service.ServicePorts;
import io.github.isolation.service.ServiceView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The services of this fork. Where no fork runs the test, each is started when it is first asked for, and ends with this JVM,
 * however that ends.
 */
final class Services {
    private static final Map<Path, ForkServices> OF_MAIN = new HashMap<>();

    private Services() {}

    static synchronized Service find(String id) {
        ForkLayout layout = MainFixtures.layout();
        try {
            ServicePlan plan = ServicePlan.read(layout.servicePlan());
            if (plan.services().stream().noneMatch(spec -> spec.id().equals(id))) {
                throw unknown(id, plan, layout.servicePlan());
            }
            Fork fork = Isolation.fork();
            ServiceView view;
            if (fork.isMain()) {
                view = inMain(plan, layout, id);
            } else {
                Integer port = AtStart.number(ForkProperties.PORT_PREFIX + id);
                if (port == null) {
                    throw new IllegalStateException("service '" + id
                            + "' was not there when this fork began: it is new in " + layout.servicePlan());
                }
                view = ServiceView.of(plan, id, layout, fork.slot(), port);
            }
            return new Service(id, view.port(), view.properties(), view.data(), view.log());
        } catch (ServiceFailedException e) {
            throw new UncheckedIOException(e.getMessage() + ". " + e.details(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while service '" + id + "' was started", e);
        } catch (IOException e) {
            throw new UncheckedIOException("service '" + id + "': " + e.getMessage(), e);
        }
    }

    private static ServiceView inMain(ServicePlan plan, ForkLayout layout, String id)
            throws IOException, InterruptedException {
        ForkServices services = OF_MAIN.get(layout.isolationDirectory());
        if (services == null) {
            MainFixtures.hold(layout.slotLock(ForkLayout.MAIN));
            services = new ForkServices(plan, layout, ForkLayout.MAIN, new Keeper(), new PortsOfMain(), new Nobody());
            OF_MAIN.put(layout.isolationDirectory(), services);
        }
        services.startOne(id);
        return services.view(id);
    }

    private static IllegalArgumentException unknown(String id, ServicePlan plan, Path file) {
        List<String> known =
                plan.services().stream().map(spec -> spec.id()).sorted().toList();
        return new IllegalArgumentException("there is no service '" + id + "' in " + file + ", which "
                + (Files.exists(file)
                        ? "knows " + (known.isEmpty() ? "none" : known)
                        : "is missing: nothing was prepared")
                + "; declare it in the POM, and run 'mvn process-test-classes' once to prepare it");
    }

    /** Ports of this JVM. */
    private static final class PortsOfMain implements ServicePorts {
        @Override
        public int port(String name) {
            return Isolation.port(name);
        }

        @Override
        public int another(String name) throws IOException {
            return Ports.another(name);
        }

        @Override
        public boolean isFree(int port) throws IOException {
            return PortBook.isFree(port);
        }
    }

    /** In an IDE, whoever asks sees what becomes of it. */
    private static final class Nobody implements ForkServices.Listener {
        @Override
        public void on(ServiceEvent event) {}

        @Override
        public void ended(String what, String lastWords) {}
    }
}
