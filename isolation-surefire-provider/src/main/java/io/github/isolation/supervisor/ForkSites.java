package io.github.isolation.supervisor;

import io.github.isolation.fixture.FileTrees;
import io.github.isolation.fixture.ReadOnlyFixtures;
import io.github.isolation.fixture.SeedPlan;
import io.github.isolation.fixture.SeedReport;
import io.github.isolation.fixture.Seeder;
import io.github.isolation.fork.FileErrors;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.Notices;
import io.github.isolation.fork.PortBlock;
import io.github.isolation.fork.PortBook;
import io.github.isolation.fork.RunHold;
import io.github.isolation.fork.Slot;
import io.github.isolation.service.ForkServices;
import io.github.isolation.service.ServiceEvent;
import io.github.isolation.service.ServicePlan;
import io.github.isolation.service.ServicePorts;
import io.github.isolation.settings.ReseedPolicy;
import io.github.isolation.supervisor.core.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives every fork its slot, for as long as this supervisor lives, and makes its directory ready for each new worker. */
public final class ForkSites {
    private final ForkLayout layout;
    private final int forks;
    private final ReseedPolicy policy;
    private final String runId = UUID.randomUUID().toString().substring(0, 8);
    private final Map<Integer, Slot> slots = new ConcurrentHashMap<>();
    private final Map<Integer, PortBlock> portBlocks = new ConcurrentHashMap<>();
    private final Map<Integer, TemporaryDirectory> temporaryDirectories = new ConcurrentHashMap<>();
    private final List<String> portNames;
    private final Object portBooks = new Object();
    private SiteServices services;
    private boolean saidOfOneFork;
    private ObjIntConsumer<SeedReport> seedings = (report, fork) -> {};

    /** For the forks of one supervisor, each of which has ports of these names. */
    public ForkSites(ForkLayout layout, int forks, List<String> portNames, ReseedPolicy policy) {
        this.portNames = List.copyOf(portNames);
        this.layout = layout;
        this.forks = forks;
        this.policy = policy;
        this.services = new SiteServices(ServicePlan.EMPTY, layout);
    }

    /** Each fork has these as well. Before the first worker. */
    public void provide(ServicePlan plan) {
        services = new SiteServices(plan, layout);
    }

    /** Whether they are to be restored after every class. */
    public boolean restoreServicesEveryClass() {
        return services.restoreEveryClass();
    }

    /** Those of all forks. */
    SiteServices services() {
        return services;
    }

    /** Those of a fork; nothing is started by that. */
    ForkServices services(int fork) throws IOException {
        int slot = slot(fork).number();
        ports(fork, slot);
        return services.of(fork, slot, new PortsOfFork(new PortBook(portBook(slot), block(fork))));
    }

    /** Makes the services of a fork what a new worker should find, and says what came of it. It may take its time. */
    Input servicesForNewWorker(int serial, int fork) {
        try {
            return services.forNewWorker(serial, services(fork));
        } catch (IOException e) {
            return new Input.ServiceFailed(serial, "fork " + fork + " has no services: " + FileErrors.text(e));
        }
    }

    private Path portBook(int slot) {
        return layout.portBook(runId, Integer.toString(slot));
    }

    /** Whoever starts a worker asks for ports as well, and the book is a file. */
    private final class PortsOfFork implements ServicePorts {
        private final PortBook book;

        PortsOfFork(PortBook book) {
            this.book = book;
        }

        @Override
        public int port(String name) throws IOException {
            synchronized (portBooks) {
                return book.port(name);
            }
        }

        @Override
        public int another(String name) throws IOException {
            synchronized (portBooks) {
                return book.another(name);
            }
        }

        @Override
        public boolean isFree(int port) throws IOException {
            return PortBook.isFree(port);
        }
    }

    /** Whether there is anything to restore between two workers. */
    public boolean hasFixtures() {
        return policy != ReseedPolicy.NEVER && Files.exists(layout.seedPlan());
    }

    /** Where the record of this run is written. */
    public Path runRecord() {
        return layout.runRecord(runId);
    }

    /** Names this run among all others. */
    public String runId() {
        return runId;
    }

    /** Somebody hears what was done to the fixtures of a fork, in the thread that has done it. Before the first worker. */
    public void listen(ObjIntConsumer<SeedReport> listener) {
        seedings = listener;
    }

    /** The same of its services. */
    public void listenToServices(ObjIntConsumer<ServiceEvent> listener) {
        services.listen(listener);
    }

    /** Where what happens in this run is kept. */
    public Path runDirectory() {
        return layout.runDirectory(runId);
    }

    /**
     * Makes and seeds the directory of a fork where that has not happened yet (L09), and restores what the worker before
     * changed in it, unless the user wants that left alone.
     */
    public ForkSite prepare(int fork) throws IOException {
        Slot held = slot(fork);
        int slot = held.number();
        Files.createDirectories(layout.temporaryDirectory(slot));
        SeedPlan plan = SeedPlan.read(layout.seedPlan());
        // A worker that dies while its fork is restored has a successor, which comes here.
        synchronized (held) {
            Seeder seeder = new Seeder();
            Path fixtures = layout.fixtures(slot);
            tell(
                    policy == ReseedPolicy.NEVER
                            ? seeder.seedUnlessSeeded(plan, fixtures)
                            : seeder.seed(plan, fixtures),
                    plan,
                    fork);
        }
        return new ForkSite(slot, forks, runId, layout, plan, ports(fork, slot), properties(fork));
    }

    private Map<String, String> properties(int fork) throws IOException {
        return services.isEmpty() ? Map.of() : services(fork).systemProperties();
    }

    /** What {@code java.io.tmpdir} of the worker in this place is; made when it is first asked for. */
    public synchronized Path temporaryDirectory(ForkSite site) throws IOException {
        TemporaryDirectory made = temporaryDirectories.get(site.slot());
        if (made == null) {
            made = TemporaryDirectory.make(
                    layout.temporaryDirectory(site.slot()),
                    Path.of(System.getProperty("java.io.tmpdir")),
                    this::sayOfOneFork);
            temporaryDirectories.put(site.slot(), made);
        }
        return made.path();
    }

    /** It is the same in all of them. */
    private void sayOfOneFork(String line) {
        if (!saidOfOneFork) {
            saidOfOneFork = true;
            Notices.say(line);
        }
    }

    /** Removes what is outside of the forks' directories. No worker runs any more. */
    void close() {
        for (TemporaryDirectory made : temporaryDirectories.values()) {
            try {
                made.close();
            } catch (IOException e) {
                // What a test has left may be in use for a while; the next run removes it.
            }
        }
    }

    /** As {@link #prepare}, for a worker that waits for its directory. Null, or in one line what went wrong. */
    @Nullable
    String prepareForSpare(int fork) {
        try {
            prepare(fork);
            return null;
        } catch (IOException e) {
            return "isolation: fork " + fork + " could not be restored: " + FileErrors.text(e);
        }
    }

    /** Who does without ports does not care that there are none left; who declared some must know. */
    private SitePorts ports(int fork, int slot) throws IOException {
        List<String> names = Stream.concat(portNames.stream(), services.ids().stream())
                .distinct()
                .toList();
        Integer block = null;
        try {
            block = block(fork);
        } catch (IOException e) {
            if (!names.isEmpty()) {
                throw e;
            }
            Notices.say("isolation: fork " + slot + " has no ports of its own: " + FileErrors.text(e));
        }
        synchronized (portBooks) {
            return SitePorts.of(block, portBook(slot), names);
        }
    }

    private synchronized int block(int fork) throws IOException {
        PortBlock block = portBlocks.get(fork);
        if (block == null) {
            block = PortBlock.acquire();
            portBlocks.put(fork, block);
        }
        return block.first();
    }

    /** Whether forks are to be restored after every class. */
    boolean restoresEveryClass() throws IOException {
        return policy == ReseedPolicy.EVERY_CLASS
                && !SeedPlan.read(layout.seedPlan()).seeds().isEmpty();
    }

    /** Restores what the worker of a fork has changed. It must be idle. */
    void restore(int fork) throws IOException {
        Slot held = slot(fork);
        synchronized (held) {
            SeedPlan plan = SeedPlan.read(layout.seedPlan());
            tell(new Seeder().seed(plan, layout.fixtures(held.number())), plan, fork);
        }
    }

    /** Where there are no fixtures, there is nothing to tell. */
    private void tell(SeedReport report, SeedPlan plan, int fork) {
        if (!plan.seeds().isEmpty()) {
            seedings.accept(report, fork);
        }
    }

    /** What no worker must change. */
    ReadOnlyFixtures readOnly() throws IOException {
        return new ReadOnlyFixtures(SeedPlan.read(layout.seedPlan()), layout.changedFixtures());
    }

    /** The place of a fork, which is not touched: another worker still uses it. */
    public ForkSite look(int fork) throws IOException {
        int slot = slot(fork).number();
        return new ForkSite(
                slot, forks, runId, layout, SeedPlan.read(layout.seedPlan()), ports(fork, slot), properties(fork));
    }

    /** A fork prefers the slot of its own number; when that is taken, by another build for example, the next free one. */
    private synchronized Slot slot(int fork) throws IOException {
        Slot slot = slots.get(fork);
        if (slot == null) {
            RunHold.begin(layout, runId);
            slot = Slot.acquire(layout, fork);
            slots.put(fork, slot);
            FileTrees.delete(layout.copies(slot.number())); // of tests of an earlier build that died or failed
        }
        return slot;
    }
}
