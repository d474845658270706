package io.github.isolation.worker;

import io.github.isolation.process.Descendants;
import io.github.isolation.protocol.Endpoint;
import java.io.IOException;
import org.apache.maven.surefire.api.booter.MasterProcessChannelDecoder;
import org.apache.maven.surefire.api.booter.MasterProcessChannelEncoder;
import org.jspecify.annotations.Nullable;

/**
 * All that a worker is, from its first message to its last: what it was told, what it has in hand, and whom it tells. Its parts
 * know those they need, and none of them knows the session; who comes from outside does: Surefire's booter, by the encoder and
 * the decoder, and the provider, our listener and our filter.
 *
 * <p>It begins with the channel, which is the first thing that the booter asks for, and is the provider's from then on. Made by
 * the thread that will run the tests; the parts say which threads may use them.
 */
public final class WorkerSession {
    /**
     * The session of this JVM; the only state in here that is static, and it has to be. Surefire makes its provider, and JUnit
     * makes listeners and filters, from the names of their classes: they are handed nothing in which a session could be, and
     * they may be made in any thread, again for each launcher. What they have in common is their class loader. So they look
     * here, once, when they are made.
     *
     * <p>Another class loader that loads our classes again, as frameworks and tests do, has a holder of its own, which stays
     * empty: what is made there is silent, as in a JVM that is no worker. Written once, before any test runs, by {@link #open}.
     */
    private static volatile @Nullable WorkerSession current;

    private final Conversation conversation;
    private final WorkerSettings settings;
    private final Execution execution = new Execution();
    private final CurrentTest tests = new CurrentTest();
    private final TestThread testThread = new TestThread();
    private final SurefirePlan surefirePlan = new SurefirePlan();
    private final Resume resume = new Resume();
    private final Guard guard;
    private final PromisedDirectories places;
    private final Heap heap;
    private final Retirement retirement;
    private final AfterClass afterClass;
    private final SharedPlan sharedPlan;
    private final SlowTest slowTest;
    private final NotBegun notBegun;
    private final DivisibleClasses divisibleClasses;
    private final PartOfClass partOfClass;
    private final @Nullable CrossForkLocks locks;

    WorkerSession(Conversation conversation, WorkerSettings settings) {
        this.conversation = conversation;
        this.settings = settings;
        guard = new Guard(conversation, resume, settings.fork());
        places = new PromisedDirectories(conversation, guard);
        heap = new Heap(settings.retireAboveHeap(), guard);
        retirement = new Retirement(conversation, resume, tests, settings.retireOnFailure());
        Leaks leaks = Leaks.here(settings, conversation, guard, execution);
        afterClass = new AfterClass(resume, places, leaks, retirement);
        sharedPlan = new SharedPlan(resume, conversation, afterClass);
        slowTest = new SlowTest(conversation, tests, testThread, guard);
        notBegun = new NotBegun(conversation);
        Divisibility divisibility = new Divisibility(settings, execution);
        divisibleClasses = new DivisibleClasses(settings, conversation, notBegun, divisibility, guard);
        partOfClass = new PartOfClass(conversation, divisibility, guard);
        locks = CrossForkLocks.ifAsked(settings, conversation);
    }

    /** Makes this JVM a worker of the supervisor that listens there: connects, and greets. */
    public static WorkerSession open(Endpoint supervisor) throws IOException {
        String mark = System.getenv().getOrDefault(Descendants.MARK_ENVIRONMENT, "");
        WorkerChannel channel = WorkerChannel.connect(supervisor, new HardEnd(mark));
        WorkerSession session = new WorkerSession(channel, WorkerSettings.atStart());
        current = session;
        return session;
    }

    /** The session of this JVM; null if it is no worker, or if our classes were loaded a second time in it. */
    static @Nullable WorkerSession current() {
        return current;
    }

    /** What Surefire's booter and provider tell. */
    public MasterProcessChannelEncoder encoder() {
        return new WorkerEncoder(this);
    }

    /** What they are told. */
    public MasterProcessChannelDecoder decoder() {
        return new WorkerDecoder(conversation, this);
    }

    /** The end of the conversation, when the booter has said its last word. */
    public void close() throws IOException {
        conversation.close();
    }

    ToSupervisor supervisor() {
        return conversation;
    }

    WorkerSettings settings() {
        return settings;
    }

    Execution execution() {
        return execution;
    }

    Guard guard() {
        return guard;
    }

    Resume resume() {
        return resume;
    }

    SharedPlan sharedPlan() {
        return sharedPlan;
    }

    SurefirePlan surefirePlan() {
        return surefirePlan;
    }

    CurrentTest tests() {
        return tests;
    }

    TestThread testThread() {
        return testThread;
    }

    AfterClass afterClass() {
        return afterClass;
    }

    Retirement retirement() {
        return retirement;
    }

    PromisedDirectories places() {
        return places;
    }

    Heap heap() {
        return heap;
    }

    SlowTest slowTest() {
        return slowTest;
    }

    NotBegun notBegun() {
        return notBegun;
    }

    DivisibleClasses divisibleClasses() {
        return divisibleClasses;
    }

    PartOfClass partOfClass() {
        return partOfClass;
    }

    /** Null if nobody asked for them. */
    @Nullable
    CrossForkLocks locks() {
        return locks;
    }

    DiscoveryErrors discoveryErrors() {
        return new DiscoveryErrors(settings.stopsOnDiscoveryErrors());
    }
}
