package io.github.isolation.supervisor;

import io.github.isolation.fork.FileErrors;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.Notices;
import io.github.isolation.service.ForkServices;
import io.github.isolation.service.Keeper;
import io.github.isolation.service.ServiceEvent;
import io.github.isolation.service.ServiceFailedException;
import io.github.isolation.service.ServicePlan;
import io.github.isolation.service.ServicePorts;
import io.github.isolation.service.ServiceSpec;
import io.github.isolation.supervisor.core.Input;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The services of all forks of one supervisor: started, restored and ended in threads that may take their time. What comes of
 * it is an input for the core. Thread-safe.
 */
final class SiteServices {
    /** What is done for one fork. */
    private interface Work {
        List<String> with(ForkServices services) throws IOException, InterruptedException;
    }

    private final ServicePlan plan;
    private final ForkLayout layout;
    private final Keeper keeper = new Keeper();
    private final Map<Integer, ForkServices> forks = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> forkOfWorker = new ConcurrentHashMap<>();
    private volatile ObjIntConsumer<ServiceEvent> events = (event, fork) -> {};
    private volatile Consumer<Input> inputs = input -> {};
    private volatile @Nullable Consumer<Input> borrower;

    SiteServices(ServicePlan plan, ForkLayout layout) {
        this.plan = plan;
        this.layout = layout;
    }

    /** Whether there is none. */
    boolean isEmpty() {
        return plan.isEmpty();
    }

    /** The names of their ports. */
    List<String> ids() {
        return plan.services().stream().map(ServiceSpec::id).toList();
    }

    /** Whether any is restored after every class. */
    boolean restoreEveryClass() {
        return ForkServices.restoreEveryClass(plan);
    }

    /** Somebody hears what was done, in the thread that has done it. Before the first worker. */
    void listen(ObjIntConsumer<ServiceEvent> listener) {
        events = listener;
    }

    /** Somebody decides what follows from the end of one. Before the first worker. */
    void decide(Consumer<Input> decider) {
        inputs = decider;
    }

    /** Somebody else uses them for a while, who decides alone; what is done meanwhile nobody hears. No worker runs. */
    void lendTo(Consumer<Input> someone) {
        borrower = someone;
    }

    /** That is over. */
    void takeBack() {
        borrower = null;
    }

    /** Those of a fork, which has this slot and these ports; nothing is started by that. */
    ForkServices of(int fork, int slot, ServicePorts ports) throws IOException {
        ForkServices found = forks.get(fork);
        if (found == null) {
            found = new ForkServices(plan, layout, Integer.toString(slot), keeper, ports, new Ears(fork));
            ForkServices earlier = forks.putIfAbsent(fork, found);
            found = earlier == null ? found : earlier;
        }
        return found;
    }

    /** A worker is started for a fork, or takes its place there. */
    void employ(int serial, int fork) {
        forkOfWorker.put(serial, fork);
    }

    /** A worker is handed a class. */
    void use(int serial) {
        ForkServices services = ofWorker(serial);
        if (services != null) {
            services.use();
        }
    }

    /** Those of the fork of a worker; null where there are none. */
    @Nullable
    ForkServices ofWorker(int serial) {
        Integer fork = forkOfWorker.get(serial);
        return fork == null ? null : forks.get(fork);
    }

    /** Makes them what a new worker should find. */
    Input forNewWorker(int serial, ForkServices services) {
        return result(serial, services, ForkServices::forNewWorker);
    }

    /** Makes them what the next class should find. */
    Input afterClass(int serial, ForkServices services) {
        return result(serial, services, ForkServices::afterClass);
    }

    private static Input result(int serial, ForkServices services, Work work) {
        try {
            List<String> moved = work.with(services);
            return new Input.Tidied(
                    serial,
                    moved.isEmpty()
                            ? null
                            : "isolation: " + String.join("; ", moved) + ". A worker is started that knows it");
        } catch (ServiceFailedException e) {
            return new Input.ServiceFailed(serial, e.getMessage() + ". " + e.details());
        } catch (IOException e) {
            return new Input.ServiceFailed(serial, "a service could not be started: " + FileErrors.text(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Input.ServiceFailed(serial, "a service could not be started: interrupted");
        }
    }

    /** What no report may show. */
    List<String> secrets() {
        return forks.values().stream()
                .flatMap(services -> services.secrets().stream())
                .toList();
    }

    /** Ends all, those of several forks at the same time. No worker uses them any more. */
    void close() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        forks.values().forEach(services -> {
            Thread thread = new Thread(() -> close(services), "isolation-services-end");
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        });
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void close(ForkServices services) {
        try {
            services.close();
        } catch (IOException e) {
            Notices.say("isolation: " + FileErrors.text(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves it to the keeper to end them: nobody has time for more. */
    void abandon() {
        try {
            keeper.close();
        } catch (IOException e) {
            // It is gone, and will not be missed: this JVM ends, and with it the other end of its pipe.
        }
    }

    /** What happens to the services of one fork. */
    private final class Ears implements ForkServices.Listener {
        private final int fork;

        Ears(int fork) {
            this.fork = fork;
        }

        @Override
        public void on(ServiceEvent event) {
            if (borrower == null) {
                events.accept(event, fork);
            }
        }

        @Override
        public void ended(String what, String lastWords) {
            Consumer<Input> someone = borrower;
            (someone == null ? inputs : someone).accept(new Input.ServiceEnded(fork, what, lastWords));
        }
    }
}
