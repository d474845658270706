package io.github.isolation.service;

import io.github.isolation.fork.ForkLayout;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** All services of one fork, in the order of the plan. Thread-safe; whoever starts or restores one waits for those before. */
public final class ForkServices {
    /** Whoever wants to know what becomes of them. In any thread. */
    public interface Listener {
        /** Something was done, or has happened. */
        void on(ServiceEvent event);

        /**
         * A service has ended that should run.
         *
         * @param what in one line
         * @param lastWords what it said last
         */
        void ended(String what, String lastWords);
    }

    private final List<ForkService> services = new ArrayList<>();
    private final Listener listener;
    private boolean closed;

    /** Nothing is started yet. The caller holds the slot. */
    public ForkServices(
            ServicePlan plan, ForkLayout layout, String slot, Keeper keeper, ServicePorts ports, Listener listener)
            throws IOException {
        this.listener = listener;
        for (ServiceSpec spec : plan.services()) {
            services.add(new ForkService(spec, layout, slot, keeper, ports, this::onEnd));
        }
    }

    /**
     * Starts what does not run, and restores what a worker before has used, as far as the user wants that.
     *
     * @return what has another port than before, in words; empty where nothing has
     */
    public synchronized List<String> forNewWorker() throws IOException, InterruptedException {
        return renew(false);
    }

    /** Restores what is to be restored after each class. The worker is idle; as above. */
    public synchronized List<String> afterClass() throws IOException, InterruptedException {
        return renew(true);
    }

    /** Whether any is restored after every class. */
    public static boolean restoreEveryClass(ServicePlan plan) {
        return plan.services().stream().anyMatch(spec -> spec.life().restore() == RestorePolicy.EVERY_CLASS);
    }

    /** A class is handed to the worker of the fork. */
    public void use() {
        services.forEach(ForkService::use);
    }

    private List<String> renew(boolean betweenClasses) throws IOException, InterruptedException {
        List<String> moved = new ArrayList<>();
        for (ForkService service : services) {
            RestorePolicy policy = service.spec().life().restore();
            boolean restore = service.isUsed()
                    && (policy == RestorePolicy.EVERY_CLASS || (policy == RestorePolicy.ON_REPLACE && !betweenClasses));
            if (!closed && (restore || !service.isAlive()) && start(service)) {
                moved.add(service.name() + " has another port now, because somebody else uses the one it had");
            }
        }
        return moved;
    }

    /** Starts the one of this id alone, if it does not run. */
    public synchronized void startOne(String id) throws IOException, InterruptedException {
        ForkService service = find(id);
        if (!service.isAlive()) {
            start(service);
        }
    }

    private boolean start(ForkService service) throws IOException, InterruptedException {
        boolean again = service.isAlive();
        long begin = System.nanoTime();
        try {
            service.stop();
            boolean moved = service.start();
            tell(service, again ? ServiceEvent.Kind.RESTORED : ServiceEvent.Kind.STARTED, begin);
            return moved;
        } catch (IOException e) {
            tell(service, ServiceEvent.Kind.FAILED, begin);
            throw e;
        }
    }

    private void tell(ForkService service, ServiceEvent.Kind kind, long beginNanos) {
        listener.on(new ServiceEvent(service.spec().id(), kind, Duration.ofNanos(System.nanoTime() - beginNanos)));
    }

    /** Waits for whoever restores: what is ended for that is none that ended. */
    private synchronized void onEnd(ForkService service, Process ended) {
        if (closed || !service.is(ended)) {
            return;
        }
        listener.on(new ServiceEvent(service.spec().id(), ServiceEvent.Kind.ENDED, Duration.ZERO));
        listener.ended(service.name() + " ended: " + ExitText.of(ended.exitValue()), service.lastWords());
    }

    /**
     * What services say from now on, when it is asked for: a text for each that has said something, of no more than the last 20
     * lines.
     */
    public Supplier<List<String>> listen() throws IOException {
        Map<ForkService, LogFile> from = new LinkedHashMap<>();
        for (ForkService service : services) {
            from.put(service, service.listen());
        }
        return () -> {
            List<String> texts = new ArrayList<>();
            from.forEach((service, log) -> {
                List<String> lines = service.shown(log);
                if (!lines.isEmpty()) {
                    texts.add(service.name() + " said:\n  " + String.join("\n  ", lines));
                }
            });
            return texts;
        };
    }

    /** System properties for the worker. */
    public Map<String, String> systemProperties() throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        for (ForkService service : services) {
            all.putAll(service.view().properties());
        }
        return all;
    }

    /** What must not be shown to anybody. */
    public List<String> secrets() {
        return services.stream().flatMap(service -> service.password().stream()).toList();
    }

    /** What a test may know of one. */
    public ServiceView view(String id) throws IOException {
        return find(id).view();
    }

    private ForkService find(String id) {
        return services.stream()
                .filter(service -> service.spec().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service '" + id + "'"));
    }

    /** Ends all of them, the last one first. */
    public synchronized void close() throws IOException, InterruptedException {
        closed = true;
        IOException failed = null;
        for (int i = services.size() - 1; i >= 0; i--) {
            ForkService service = services.get(i);
            boolean alive = service.isAlive();
            long begin = System.nanoTime();
            try {
                service.stop();
                if (alive) {
                    tell(service, ServiceEvent.Kind.STOPPED, begin);
                }
            } catch (IOException e) {
                failed = e;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
