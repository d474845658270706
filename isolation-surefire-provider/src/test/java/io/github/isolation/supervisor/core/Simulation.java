package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.supervisor.ClassFeed;
import io.github.isolation.supervisor.core.life.ExitStatus;
import io.github.isolation.supervisor.core.life.WorkerEffect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A whole execution without a process: {@link Supervision} on one side, {@link ScriptedWorker}s and Maven on the other, and
 * chance in between, from a seed. Records what Maven was told.
 */
final class Simulation {
    private static final int STEPS = 20_000;

    /** Longer than anything may take. */
    private static final int HOURS = 10_000_000;

    private final Random chance;
    private final int killPercent;
    private final boolean platform;

    /** How workers die that are killed: by SIGKILL from outside, unless a test says that they do it themselves. */
    int deathStatus = ExitStatus.SIGKILL;
    /** Who sees what goes in and what comes out. */
    Edge edge = Edge.NOBODY;
    /** How many in a hundred steps let a worker hang in the test that it runs. */
    int hangPercent;
    /** Tests in which a worker hung, and was ended. */
    final Set<String> hung = new LinkedHashSet<>();
    /** Whether workers retire inside a class, after a failure. */
    boolean retiresImmediately;
    /** Whether workers retire inside every class before its first test, each time. */
    boolean retiresBeforeTests;
    /** Whether workers retire with a class in hand before anything of it is begun, each time. */
    boolean retiresBeforeAnything;

    /** The step at which Maven ends the fork; 0 for never. */
    int shutdownAt;
    /** Workers that had been started by then. */
    int launchesByThen;
    /** The fork in which no worker starts, or none after the first; 0 for none. */
    int brokenFork;
    /** Whether workers are started from a class-data archive, as long as nobody doubts it. */
    boolean archive;
    /** Whether no worker starts that is. */
    boolean archiveIsBroken;
    /** What was done about the archive, in order. */
    final List<Effect.AboutArchive> aboutArchive = new ArrayList<>();
    /** How many workers start there before. */
    int startsBeforeItBreaks;
    /** Whether the user wants nothing more to begin once a class cannot be discovered. */
    boolean stopsAtDiscoveryErrors;
    /** What goes wrong between the supervisor and everybody else, if anything does. */
    @Nullable
    MessageFault fault;

    /** Servers that each fork has, if any has. */
    @Nullable
    SimulatedServices services;

    /** Whether every test passes, so that whatever fails is our doing. */
    boolean everythingPasses;

    private @Nullable ClassFeed feed;

    private final Deque<Input> timers = new ArrayDeque<>();
    private long nowMillis;
    /** How long everything takes that happens. */
    int millisPerStep = 1;
    /** Whether workers leave tests of their classes to others. */
    boolean divides;
    /** Whether workers run all of every class, whatever they are told. */
    boolean withoutFilter;

    private boolean pinged;
    /** What each worker has to run, by its serial, if it is not what {@link ScriptedClass} says. */
    @Nullable
    IntFunction<ScriptedInvocations> invocations;
    /** Whether the engine runs final tests again in a replacement. */
    boolean repeats;
    /** Whether workers greet and leave, without ever asking for a class. */
    boolean leavesAtOnce;
    /** What the provider would run, which the first worker says; null if nobody does. */
    @Nullable
    List<String> kept;
    /** Whether workers can run several classes in one plan. */
    boolean sharesPlans;
    /** How many classes were offered in all. */
    int offered;

    private final Supervision supervision;
    private final Deque<String> mavenQueue;
    private final Deque<Input> fromMaven = new ArrayDeque<>();
    /** By the worker that waits for it. */
    private record Ready(int serial, Input input) {}

    private final Deque<Ready> tidied = new ArrayDeque<>();
    private final Set<Integer> unrestored = new LinkedHashSet<>();
    private final Map<Integer, ScriptedWorker> workers = new TreeMap<>();
    private final HeardByMaven maven = new HeardByMaven();

    /** What Maven was told, in order. */
    final List<Event> told = maven.told;

    /** Tests that were in flight when their worker was killed. */
    final Set<String> killed = new LinkedHashSet<>();
    /** Classes whose plan the supervisor has seen. */
    final Set<String> planned = new LinkedHashSet<>();

    /** The invocations of tests that have begun, in any worker. */
    final List<String> invoked = new ArrayList<>();

    /** Classes that were handed out while the fork was being put in order. */
    int handedWhileTidying;
    /** Classes that were handed to a worker whose fork was left as the class before had it. */
    int handedUnrestored;
    /** Classes after which the fork was put in order. */
    int tidyings;
    /** Those of them after which it was put in order for another class. */
    int restorations;

    /** How many in a hundred forks cannot be put in order. */
    int untidyPercent;

    /** How often the record was told that a worker is gone. */
    final Map<Integer, Integer> recordedEnds = new TreeMap<>();

    /** How often the record was told that a worker has a class in hand. */
    final Map<String, Integer> recordedHands = new TreeMap<>();

    /** A worker had a class in hand. */
    record Hand(int serial, int fork, String className) {}

    /** Who had what in hand, in the order of time. */
    final List<Hand> hands = new ArrayList<>();

    boolean finished;
    int effectsAfterFinish;
    int launches;
    /** Whether no worker that is started ahead comes to anything. */
    boolean sparesDie;

    /** How often each class was given to a worker. */
    final Map<String, Integer> handedOut = new TreeMap<>();

    /** Whether workers that are started ahead are ready before anything else happens. */
    boolean sparesAreQuick;

    /** Workers that were started ahead. */
    final Set<Integer> spares = new HashSet<>();

    /** The most workers that had parts of one class at a time. */
    int mostWithOneClass;

    private final Map<Integer, String> inHand = new TreeMap<>();

    /** The most workers that lived at a time. */
    int mostAlive;

    /** The forks in which a class was run, or part of it. */
    final Map<String, Set<Integer>> forksOf = new TreeMap<>();

    private final Map<Integer, Integer> forkOfWorker = new TreeMap<>();

    Simulation(long seed, Settings settings, List<String> classes, int killPercent, boolean platform) {
        this(seed, settings, classes, Placement.FREE, killPercent, platform);
    }

    Simulation(
            long seed,
            Settings settings,
            List<String> classes,
            Placement placement,
            int killPercent,
            boolean platform) {
        this.chance = new Random(seed);
        this.killPercent = killPercent;
        this.platform = platform;
        this.mavenQueue = new ArrayDeque<>(settings.mavenFeeds() ? classes : List.of());
        this.supervision = new Supervision(settings, settings.mavenFeeds() ? List.of() : classes, placement);
    }

    /** A class whose tests are known, and which several workers may have parts of. */
    Simulation dividing(String className, List<List<String>> parts) {
        List<List<PlannedTest>> tests = new ArrayList<>();
        for (List<String> part : parts) {
            tests.add(part.stream()
                    .map(id -> new PlannedTest(id, className, id, false))
                    .toList());
        }
        supervision.divide(className, tests);
        return this;
    }

    /** Other machines run what this one does not of these. */
    Simulation withParts(Map<String, ClassPart> parts) {
        supervision.parts(parts);
        return this;
    }

    /** Classes come from a queue, which is asked whether their results count. */
    Simulation fedBy(ClassFeed queue) {
        feed = queue;
        supervision.deliver();
        return this;
    }

    /** Something comes from elsewhere. */
    void takes(Input input) {
        fromMaven.add(input);
    }

    /** The first workers are started. */
    void begin() {
        perform(edge.lets(supervision.start(0)));
    }

    Simulation run() {
        begin();
        for (int step = 1; step < STEPS && !isOver(); step++) {
            if (!goesOn(step)) {
                return this; // stuck, which `finished` tells
            }
        }
        return this;
    }

    boolean isOver() {
        return finished && quiet();
    }

    /** One thing happens; false if nothing can. */
    boolean goesOn(int step) {
        launchesByThen = step <= shutdownAt ? launches : launchesByThen;
        nowMillis += millisPerStep;
        Input input = step == shutdownAt ? new Input.Shutdown("KILL") : nextInput();
        input = input == null ? timePasses() : input;
        input = input == null && fault != null ? later() : input;
        if (input == null) {
            return false;
        }
        for (Input one : fault == null ? List.of(input) : fault.deliver(input)) {
            edge.took(one);
            perform(edge.lets(supervision.on(one, nowMillis)));
        }
        if (divides && !finished) {
            perform(edge.lets(supervision.on(new Input.Tick(), nowMillis)));
        }
        return true;
    }

    /** Nothing happens any more: what was held up comes now, timers run out, and Maven shows that it is alive. */
    private @Nullable Input later() {
        Input late = fault == null ? null : fault.heldUp();
        if (late != null) {
            return late;
        }
        if (!timers.isEmpty()) {
            return timers.poll();
        }
        boolean again = !pinged;
        pinged = true;
        return again ? new Input.Ping() : null;
    }

    /** Nobody has anything to say, and somebody hangs. */
    private @Nullable Input timePasses() {
        if (workers.values().stream().noneMatch(worker -> worker.isAlive() && worker.hangs())) {
            return null;
        }
        nowMillis += HOURS;
        return new Input.Tick();
    }

    private boolean quiet() {
        return fromMaven.isEmpty()
                && tidied.isEmpty()
                && workers.values().stream().noneMatch(ScriptedWorker::isAlive);
    }

    /** Whether Maven would call this build a success, whatever is in its reports. */
    boolean isGreen() {
        return finished
                && told.stream()
                        .noneMatch(event -> (event instanceof Event.Logged line && line.trace() != null)
                                || (event instanceof Event.Reported r
                                        && r.kind().isFailure()));
    }

    private @Nullable Input nextInput() {
        List<Integer> serials = new ArrayList<>(workers.keySet());
        Collections.shuffle(serials, chance);
        if (sparesAreQuick) {
            serials.sort(Comparator.comparing(serial -> !spares.contains(serial)));
        }
        Input ofServices = services == null ? null : ofServices(services);
        if (ofServices != null) {
            return ofServices;
        }
        if (!fromMaven.isEmpty() && chance.nextBoolean()) {
            return fromMaven.poll();
        }
        mostAlive = Math.max(mostAlive, (int)
                workers.values().stream().filter(ScriptedWorker::isAlive).count());
        if (!tidied.isEmpty() && chance.nextBoolean()) {
            return tidied.remove().input();
        }
        for (int serial : serials) {
            ScriptedWorker worker = workers.get(serial);
            if (worker.isAlive() && chance.nextInt(100) < killPercent) {
                if (worker.inFlight() != null && !(repeats && maven.hasResult(worker.inFlight()))) {
                    killed.add(worker.inFlight());
                }
                worker.die(deathStatus, chance.nextBoolean());
            }
            if (worker.isAlive() && worker.inFlight() != null && chance.nextInt(100) < hangPercent) {
                hung.add(worker.inFlight());
                worker.hang();
            }
            Input input = worker.next();
            if (input instanceof Input.FromWorker from && from.event() instanceof Event.NextTest) {
                inHand.remove(serial);
            }
            if (input instanceof Input.FromWorker from
                    && from.event() instanceof Event.Began began
                    && began.label() != null) {
                invoked.add(began.id());
            }
            if (input instanceof Input.FromWorker from && from.event() instanceof Event.Planned plan) {
                plan.tests().forEach(test -> planned.add(String.valueOf(test.source())));
            }
            if (input != null) {
                return input;
            }
        }
        return tidied.isEmpty() ? fromMaven.poll() : tidied.remove().input();
    }

    private @Nullable Input ofServices(SimulatedServices these) {
        Input first = these.first();
        if (first != null || finished || !these.ends()) {
            return first;
        }
        int fork = 1 + chance.nextInt(Math.max(1, forkOfWorker.size()));
        workers.forEach((serial, worker) -> {
            if (Integer.valueOf(fork).equals(forkOfWorker.get(serial))
                    && worker.isAlive()
                    && worker.inFlight() != null) {
                these.bereft.add(worker.inFlight());
            }
        });
        return new Input.ServiceEnded(fork, "service 's' of fork " + fork + " ended: SIGKILL", "It last said: x");
    }

    private Ready ready(int serial, int fork) {
        return new Ready(serial, services == null ? new Input.Tidied(serial, null) : services.forWorker(serial, fork));
    }

    private void perform(List<Effect> effects) {
        effectsAfterFinish += finished ? effects.size() : 0;
        for (Effect effect : effects) {
            if (feed != null && toQueue(feed, effect)) {
                continue;
            }
            if (effect instanceof Effect.Launch launch) {
                launches++;
                forkOfWorker.put(launch.serial(), launch.fork());
                ScriptedWorker worker = new ScriptedWorker(
                                launch.serial(), platform, retiresImmediately, retiresBeforeTests)
                        .stoppingAtDiscoveryErrors(stopsAtDiscoveryErrors)
                        .retiringBeforeAnything(retiresBeforeAnything)
                        .repeating(repeats)
                        .sharingPlans(sharesPlans ? chance : null)
                        .withoutFilter(withoutFilter)
                        .passing(everythingPasses)
                        .invoking(invocations == null ? null : invocations.apply(launch.serial()))
                        .fromArchive(archive)
                        .dividing(divides)
                        .keeping(launch.serial() == 1 ? kept : null)
                        .leavingAtOnce(leavesAtOnce);
                if (archive && archiveIsBroken) {
                    worker.die(ExitStatus.SIGKILL - 3, chance.nextBoolean());
                }
                if (launch.fork() == brokenFork && --startsBeforeItBreaks < 0) {
                    worker.die(1, chance.nextBoolean());
                }
                workers.put(launch.serial(), worker);
                if (services != null) {
                    services.launched(launch);
                    if (!launch.spare()) {
                        tidied.add(ready(launch.serial(), launch.fork()));
                    }
                }
                if (launch.spare() && spares.add(launch.serial()) && sparesDie) {
                    worker.die(deathStatus, chance.nextBoolean());
                }
            } else if (effect instanceof Effect.Restore restore) {
                tidied.add(ready(restore.serial(), restore.fork()));
            } else if (effect instanceof Effect.ToWorker to) {
                toWorker(to);
            } else if (effect instanceof Effect.Tidy tidy) {
                tidyings++;
                restorations += tidy.goesOn() ? 1 : 0;
                if (tidy.goesOn()) {
                    unrestored.remove(tidy.serial());
                } else {
                    unrestored.add(tidy.serial());
                }
                String failure = chance.nextInt(100) < untidyPercent ? "the disk is full" : null;
                tidied.add(new Ready(tidy.serial(), new Input.Tidied(tidy.serial(), failure)));
            } else if (effect instanceof Effect.AboutArchive about) {
                archive &= about == Effect.AboutArchive.EXAMINE;
                aboutArchive.add(about);
            } else if (effect instanceof Effect.AskForClass) {
                String next = mavenQueue.poll();
                fromMaven.add(next == null ? new Input.NoneLeft() : new Input.Given(next));
            } else if (effect instanceof Effect.Handed handed) {
                recordedHands.merge(handed.className(), 1, Integer::sum);
                hands.add(new Hand(handed.serial(), forkOfWorker.get(handed.serial()), handed.className()));
            } else if (effect instanceof Effect.Ended ended) {
                recordedEnds.merge(ended.serial(), 1, Integer::sum);
            } else if (effect instanceof Effect.Finish) {
                finished = true;
            } else {
                maven.perform(effect);
            }
        }
    }

    private boolean toQueue(ClassFeed queue, Effect effect) {
        if (effect instanceof Effect.AskForClass) {
            queue.ask();
        } else if (effect instanceof Effect.Deliver deliver) {
            queue.deliver(deliver.className(), deliver.slices());
        } else if (effect instanceof Effect.GiveBack back) {
            queue.giveBack(back.className());
        } else if (effect instanceof Effect.Discard discard) {
            maven.perform(discard);
            queue.discarded(discard.className());
        } else if (effect instanceof Effect.Hold hold) {
            maven.perform(hold);
            queue.heard(hold.slice(), hold.events());
        } else {
            return false;
        }
        return true;
    }

    private void toWorker(Effect.ToWorker to) {
        ScriptedWorker worker = workers.get(to.serial());
        if (to.effect() instanceof WorkerEffect.Send send) {
            if (send.command() instanceof Command.RunClass run) {
                boolean waits = tidied.stream().anyMatch(input -> input.serial() == to.serial());
                handedWhileTidying += waits ? 1 : 0;
                handedUnrestored += unrestored.contains(to.serial()) ? 1 : 0;
                handedOut.merge(run.className(), 1, Integer::sum);
                inHand.put(to.serial(), run.className());
                mostWithOneClass = Math.max(mostWithOneClass, (int) inHand.entrySet().stream()
                        .filter(hand -> hand.getValue().equals(run.className())
                                && workers.get(hand.getKey()).isAlive())
                        .count());
                forksOf.computeIfAbsent(run.className(), name -> new LinkedHashSet<>())
                        .add(forkOfWorker.get(to.serial()));
            }
            if (send.command() instanceof Command.Offer offer) {
                offered += offer.classNames().size();
            }
            for (Command one : fault == null ? List.of(send.command()) : fault.deliver(to.serial(), send.command())) {
                worker.told(one);
            }
            if (fault != null && fault.isNoticedBy(to.serial())) {
                worker.die(1, chance.nextBoolean()); // commands are numbered, too
            }
        } else if (to.effect() instanceof WorkerEffect.Arm arm) {
            timers.add(new Input.TimerFired(to.serial(), arm.timer()));
        } else if (to.effect() instanceof WorkerEffect.Disarm disarm) {
            timers.remove(new Input.TimerFired(to.serial(), disarm.timer()));
        } else if (to.effect() instanceof WorkerEffect.Destroy) {
            worker.die(137, true);
        }
    }

    RunStatistics statistics() {
        return supervision.statistics();
    }

    boolean nothingIsHeld() {
        return maven.nothingIsHeld();
    }

    /** The results Maven was told of, by test; a class-level error is filed under the class and {@code <class>}. */
    Map<String, List<ReportKind>> results() {
        return results(false);
    }

    Map<String, List<ReportKind>> results(boolean reruns) {
        return Accounting.results(told, reruns);
    }
}
