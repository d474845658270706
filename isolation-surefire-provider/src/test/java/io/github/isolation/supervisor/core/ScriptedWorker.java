package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Began;
import io.github.isolation.protocol.Event.Ended;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.Trace;
import io.github.isolation.protocol.UniqueIds;
import io.github.isolation.supervisor.core.life.ExitInfo;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A worker as the supervisor sees it: the inputs it causes, one after the other, with the commands it is given in between.
 * Runs classes of {@link ScriptedClass#TESTS} tests each, and dies when it is told to.
 */
final class ScriptedWorker {
    /** Of how many invocations it tells in advance. */
    private static final int AHEAD = 5;

    private final int serial;
    private final boolean platform;
    private final boolean retiresOnFailure;
    private final boolean retiresBeforeTests;
    private final Deque<Event> script = new ArrayDeque<>();
    private final Deque<Input> death = new ArrayDeque<>();
    private final Set<String> finalIds = new HashSet<>();
    private final Set<String> onlyIds = new HashSet<>();
    private final Set<String> named = new HashSet<>();
    private String ofPart = "";
    private Command.@Nullable OnlyPart part;
    private boolean saysNothingOfMembers;
    private boolean stopsAtDiscoveryErrors;
    private boolean retiresBeforeAnything;
    private boolean repeats;
    private boolean dead;
    private boolean hangs;
    private final Deque<Event> answers = new ArrayDeque<>();
    private boolean fromArchive;
    private boolean everythingPasses;
    private long said;
    private @Nullable String inFlight;
    private @Nullable Random orderOfPlans;
    private List<String> offered = List.of();
    private @Nullable ScriptedInvocations invocations;
    private boolean divides;

    ScriptedWorker(int serial, boolean platform, boolean retiresOnFailure, boolean retiresBeforeTests) {
        this.retiresBeforeTests = retiresBeforeTests;
        this.retiresOnFailure = retiresOnFailure;
        this.serial = serial;
        this.platform = platform;
        script.add(new Event.Hello(1, "", serial));
        script.add(new Event.NextTest(-1));
    }

    ScriptedWorker stoppingAtDiscoveryErrors(boolean stops) {
        stopsAtDiscoveryErrors = stops;
        return this;
    }

    /** As one whose provider says which classes it would run, before it asks for one. */
    ScriptedWorker keeping(@Nullable List<String> classes) {
        if (classes != null) {
            Event next = script.removeLast();
            script.add(new Event.Ordered(classes));
            script.add(next);
        }
        return this;
    }

    /** As one with an engine that runs all tests of a class, whichever it is told to leave out. */
    ScriptedWorker repeating(boolean all) {
        repeats = all;
        return this;
    }

    /** As one that can run several classes in one plan, in an order of its own, and leaves out some of them. */
    ScriptedWorker sharingPlans(@Nullable Random chance) {
        orderOfPlans = chance;
        return this;
    }

    /** As one that was started from a class-data archive. */
    ScriptedWorker fromArchive(boolean archive) {
        fromArchive = archive;
        return this;
    }

    /** As one in which nothing fails. */
    ScriptedWorker passing(boolean everything) {
        everythingPasses = everything;
        return this;
    }

    /** As one whose classes have one test each, with these invocations. */
    ScriptedWorker invoking(@Nullable ScriptedInvocations all) {
        invocations = all;
        return this;
    }

    /** As one that leaves tests to others. */
    ScriptedWorker dividing(boolean classes) {
        divides = classes;
        return this;
    }

    /** As one whose provider cannot be made: it greets, and is gone. */
    ScriptedWorker leavingAtOnce(boolean leaves) {
        if (leaves) {
            script.removeLast();
            script.add(new Event.Bye());
        }
        return this;
    }

    /** As one that ends itself, with proof that it wanted to, after it was handed a class and before it begins it. */
    ScriptedWorker retiringBeforeAnything(boolean retires) {
        retiresBeforeAnything = retires;
        return this;
    }

    /** As one whose launcher has none of our filters: it runs all of every class. */
    ScriptedWorker withoutFilter(boolean none) {
        saysNothingOfMembers = none;
        return this;
    }

    void told(Command command) {
        if (dead) {
            return;
        }
        if (command instanceof Command.Narrow narrow) {
            finalIds.addAll(narrow.finalIds());
            onlyIds.addAll(narrow.onlyIds());
        } else if (command instanceof Command.OnlyPart only) {
            part = only;
            named.addAll(only.members());
        } else if (command instanceof Command.RunClass run) {
            ofPart = run.className();
            boolean done = offered.isEmpty() ? runClass(run.className()) : runTogether(run.className());
            finalIds.clear();
            onlyIds.clear();
            part = null;
            named.clear();
            offered = List.of();
            script.add(done ? new Event.NextTest(-1) : new Event.Retiring("after a failure"));
        } else if (command instanceof Command.Offer offer) {
            offered = offer.classNames();
        } else if (command instanceof Command.GiveBack wanted) {
            giveBack(wanted);
        } else if (command instanceof Command.LookAhead next) {
            lookAhead(next.test());
        } else if (command instanceof Command.EndOfTests) {
            script.add(new Event.Bye());
        } else if (command instanceof Command.DumpThreads) {
            answers.add(new Event.ThreadDump("\"main\" waits"));
        } else if (command instanceof Command.Ping) {
            script.add(new Event.Pong());
        } else if (command instanceof Command.ByeAck || command instanceof Command.RetireAck) {
            die(0, true);
        }
    }

    /** What it has not said yet of a test, it never says. */
    private void giveBack(Command.GiveBack wanted) {
        List<String> given = new ArrayList<>();
        for (String test : wanted.members()) {
            boolean begins = script.stream()
                    .anyMatch(
                            event -> event instanceof Began began && began.id().equals(test));
            if (begins) {
                given.add(test);
                script.removeIf(event -> (event instanceof Began began && isIn(began.id(), test))
                        || (event instanceof Ended ended && isIn(ended.id(), test))
                        || (event instanceof Reported r
                                && (isIn(String.valueOf(r.report().name()), test)
                                        || isIn(String.valueOf(r.report().id()), test))));
            }
        }
        script.addFirst(new Event.GivenBack(wanted.request(), given));
    }

    private static boolean isIn(String id, String test) {
        return id.equals(test) || id.startsWith(test + "/");
    }

    /** Before the next one begins, it says which come, a few at a time. */
    private void lookAhead(String test) {
        List<Event> said = new ArrayList<>(script);
        List<Began> begins = new ArrayList<>();
        int place = said.size();
        for (int i = said.size() - 1; i >= 0; i--) {
            if (said.get(i) instanceof Began began && began.id().startsWith(test + "/")) {
                begins.add(0, began);
                place = i;
            }
        }
        if (invocations != null && !begins.isEmpty()) {
            said.add(place, invocations.ahead(test, begins, AHEAD));
            script.clear();
            script.addAll(said);
        }
    }

    /** It says nothing more, except what another thread than that of its tests can say. */
    void hang() {
        hangs = true;
    }

    boolean hangs() {
        return hangs;
    }

    /** The process is over: both witnesses will speak, in either order. */
    void die(int status, boolean channelFirst) {
        if (dead) {
            return;
        }
        dead = true;
        Input channel = new Input.ChannelEnded(serial);
        Input exit = new Input.Exited(serial, new ExitInfo(status, false, null, false, fromArchive));
        death.addAll(channelFirst ? List.of(channel, exit) : List.of(exit, channel));
    }

    /** What happens next to this worker; null if it waits for a command. */
    @Nullable
    Input next() {
        // What was written before the death is read before the end of the channel.
        Event event = dead ? null : hangs ? answers.poll() : script.poll();
        if (event == null) {
            return death.poll();
        }
        if (event instanceof Reported r) {
            inFlight = r.kind() == ReportKind.STARTING
                    ? invocations == null ? r.report().name() : r.report().nameText()
                    : r.report().name() == null ? inFlight : null;
        }
        return new Input.FromWorker(serial, ++said, event);
    }

    boolean isAlive() {
        return !dead;
    }

    /** The test this worker has reported as begun and not as done. */
    @Nullable
    String inFlight() {
        return inFlight;
    }

    /** As a plan of all of them, of which the engine leaves out what it likes, the first perhaps. */
    private boolean runTogether(String first) {
        Random chance = Objects.requireNonNull(orderOfPlans);
        List<String> plan = new ArrayList<>(offered);
        plan.add(0, first);
        if (chance.nextBoolean()) {
            Collections.shuffle(plan, chance);
        }
        plan.removeIf(name -> chance.nextInt(8) == 0);
        boolean alone = plan.isEmpty() || chance.nextInt(8) == 0;
        String inHand = first;
        for (String name : alone ? List.of(first) : plan) {
            if (!name.equals(inHand)) {
                script.add(new Event.GoesOn(name));
                inHand = name;
            }
            if (!runClass(name)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it comes to the end of the class, or retires after the first failure in it. */
    private boolean runClass(String name) {
        if (invocations != null) {
            script.addAll(invocations.run(name, UniqueIds.of(finalIds), UniqueIds.of(onlyIds), divides));
            return true;
        }
        if (ScriptedClass.isUndiscoverable(name)) {
            script.add(new Event.Undiscoverable(new Trace("NoClassDefFoundError", null, "at"), stopsAtDiscoveryErrors));
            return true;
        }
        List<PlannedTest> planned = new ArrayList<>();
        List<String> ours = ours(name);
        for (String test : ours) {
            if (repeats || (!finalIds.contains(test) && (onlyIds.isEmpty() || onlyIds.contains(test)))) {
                planned.add(new PlannedTest(test, name, test, false));
            }
        }
        if (orderOfPlans != null) {
            script.add(new Event.SharesPlans());
        }
        if (ours.isEmpty()) {
            script.add(new Event.Planned(List.of())); // and JUnit begins nothing
            return true;
        }
        if (platform) {
            script.add(new Event.Planned(planned));
            if (divides && planned.size() > 1) {
                script.add(new Event.Divisible(name, List.of()));
            }
            script.add(new Began(name, true));
        }
        if (retiresBeforeAnything) {
            return false;
        }
        report(ReportKind.SET_STARTING, name, null);
        if (retiresBeforeTests) {
            return false;
        }
        for (PlannedTest test : planned) {
            if (platform) {
                script.add(new Began(test.id(), false));
            }
            report(ReportKind.STARTING, name, test.id());
            ReportKind outcome = everythingPasses ? ReportKind.SUCCEEDED : ScriptedClass.outcomeOf(test.id());
            report(outcome, name, test.id());
            if (retiresOnFailure && outcome.isFailure()) {
                return false;
            }
            if (platform) {
                script.add(new Ended(test.id(), false));
            }
        }
        if (platform) {
            script.add(new Ended(name, false));
        }
        report(ReportKind.SET_COMPLETED, name, null);
        return true;
    }

    /** Those that no other machine has. */
    private List<String> ours(String name) {
        Command.OnlyPart only = part;
        List<String> all = ScriptedClass.testsOf(name);
        if (only == null || saysNothingOfMembers || !name.equals(ofPart)) {
            return all;
        }
        boolean whole = ScriptedClass.isWhole(name);
        List<String> ours = all.stream()
                .filter(test -> whole
                        ? only.part() == 1
                        : named.contains(ScriptedClass.member(test)) == (only.part() < only.of()))
                .toList();
        script.add(new Event.Members(
                name,
                whole,
                all.stream().map(ScriptedClass::member).toList(),
                ours.stream().map(ScriptedClass::member).toList()));
        return ours;
    }

    private void report(ReportKind kind, String source, @Nullable String test) {
        long runId = test == null ? 0 : test.hashCode();
        script.add(new Reported(
                kind,
                new TestReport(
                        false,
                        runId,
                        source,
                        null,
                        test,
                        null,
                        null,
                        1,
                        null,
                        Map.of(),
                        null,
                        platform ? test : null)));
    }
}
