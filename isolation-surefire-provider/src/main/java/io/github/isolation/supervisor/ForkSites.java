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
import io.github.isolation.fork.RunHold;
import io.github.isolation.fork.Slot;
import io.github.isolation.settings.ReseedPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ObjIntConsumer;
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
    private boolean saidOfOneFork;
    private ObjIntConsumer<SeedReport> seedings = (report, fork) -> {};

    /** For the forks of one supervisor, each of which has ports of these names. */
    public ForkSites(ForkLayout layout, int forks, List<String> portNames, ReseedPolicy policy) {
        this.portNames = List.copyOf(portNames);
        this.layout = layout;
        this.forks = forks;
        this.policy = policy;
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
        return new ForkSite(slot, forks, runId, layout, plan, ports(fork, slot));
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
        Integer block = null;
        try {
            block = block(fork);
        } catch (IOException e) {
            if (!portNames.isEmpty()) {
                throw e;
            }
            Notices.say("isolation: fork " + slot + " has no ports of its own: " + FileErrors.text(e));
        }
        return SitePorts.of(block, layout.portBook(runId, Integer.toString(slot)), portNames);
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
        return new ForkSite(slot, forks, runId, layout, SeedPlan.read(layout.seedPlan()), ports(fork, slot));
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
