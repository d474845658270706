package io.github.isolation.maven.report;

import io.github.isolation.maven.report.RunReport.Gap;
import io.github.isolation.record.ClassEndFact;
import io.github.isolation.record.ClassFact;
import io.github.isolation.record.EndFact;
import io.github.isolation.record.Fact;
import io.github.isolation.record.FixturesFact;
import io.github.isolation.record.GapFact;
import io.github.isolation.record.LeakFact;
import io.github.isolation.record.MembersFact;
import io.github.isolation.record.NoticeFact;
import io.github.isolation.record.RunFact;
import io.github.isolation.record.SupervisorFact;
import io.github.isolation.record.TestFact;
import io.github.isolation.record.UndiscoverableFact;
import io.github.isolation.record.VerdictFact;
import io.github.isolation.record.WaitFact;
import io.github.isolation.record.WorkerFact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts the facts of a record together. */
public final class RunReading {
    private final RunFact run;
    private final Map<Integer, WorkerLife> workers = new TreeMap<>();
    private final List<Stint> stints = new ArrayList<>();
    private final Map<String, Integer> open = new HashMap<>();
    private final Map<String, String> parts = new HashMap<>();
    private final Histories tests = new Histories();
    private final Map<Integer, TestFact> firstTests = new HashMap<>();
    private final List<GapFact> gaps = new ArrayList<>();
    private final List<FixturesFact> fixtures = new ArrayList<>();
    private final List<WaitFact> waits = new ArrayList<>();
    private final List<LeakFact> leaks = new ArrayList<>();
    private final List<VerdictFact> verdicts = new ArrayList<>();
    private final List<UndiscoverableFact> undiscoverable = new ArrayList<>();
    private final List<NoticeFact> notices = new ArrayList<>();
    private @Nullable SupervisorFact supervisor;
    private @Nullable EndFact end;
    private long last;

    private RunReading(RunFact run) {
        this.run = run;
    }

    /**
     * What a record says.
     *
     * @param facts those of one run; the first says which
     */
    public static RunReport of(Collection<Fact> facts) {
        RunReading reading = new RunReading((RunFact) facts.iterator().next());
        for (Fact fact : facts) {
            reading.take(fact);
        }
        return reading.report();
    }

    private void take(Fact fact) {
        if (fact instanceof WorkerFact worker) {
            reach(worker.at());
            workers.put(worker.worker(), changed(workers.get(worker.worker()), worker));
        } else if (fact instanceof ClassFact handed) {
            reach(handed.at());
            open.put(inHand(handed.worker(), handed.className()), stints.size());
            stints.add(new Stint(handed, WorkerLife.UNKNOWN, null, 0, false));
        } else if (fact instanceof ClassEndFact over) {
            reach(over.at());
            Integer place = open.remove(inHand(over.worker(), over.className()));
            if (place != null) {
                stints.set(
                        place, new Stint(stints.get(place).fact(), over.at(), over.cpuMillis(), over.output(), true));
            }
        } else if (fact instanceof TestFact test) {
            reach(test.at() + test.millis());
            tests.add(test);
            took(test);
        } else if (fact instanceof GapFact gap) {
            gaps.add(gap);
        } else if (fact instanceof FixturesFact seeded) {
            reach(seeded.at());
            fixtures.add(seeded);
        } else if (fact instanceof WaitFact waited) {
            reach(waited.at());
            waits.add(waited);
        } else if (fact instanceof LeakFact leak) {
            leaks.add(leak);
        } else if (fact instanceof UndiscoverableFact notFound) {
            undiscoverable.add(notFound);
        } else if (fact instanceof NoticeFact notice) {
            reach(notice.at());
            notices.add(notice);
        } else if (fact instanceof VerdictFact verdict) {
            verdicts.add(verdict);
        } else if (fact instanceof MembersFact members) {
            if (members.of() > 0 && !members.whole()) {
                parts.put(members.className(), "part " + members.part() + " of " + members.of());
            }
        } else if (fact instanceof SupervisorFact cost) {
            supervisor = cost;
        } else if (fact instanceof EndFact over) {
            reach(over.at());
            end = over;
        }
    }

    private void took(TestFact test) {
        TestFact first = firstTests.get(test.worker());
        if (first == null || test.at() < first.at()) {
            firstTests.put(test.worker(), test);
        }
        WorkerLife life = workers.get(test.worker());
        if (life != null && test.ours() && !test.output().isEmpty()) {
            workers.put(life.number(), with(life, life.classes(), test.output()));
        }
    }

    /** A class in the hands of a worker, as a key. */
    private static String inHand(int worker, String className) {
        return worker + " " + className;
    }

    private void reach(long at) {
        last = Math.max(last, at);
    }

    private static WorkerLife changed(@Nullable WorkerLife before, WorkerFact fact) {
        WorkerLife life = before == null
                ? new WorkerLife(fact.worker(), fact.fork(), fact.spare(), -1, -1, 0, -1, "", "", null, 0, 0, 0, "")
                : before;
        boolean over = fact.state().equals("ended");
        return new WorkerLife(
                life.number(),
                life.fork(),
                life.spare() || fact.spare(),
                fact.state().equals("started") ? fact.at() : life.started(),
                fact.state().equals("ready") ? fact.at() : life.ready(),
                fact.state().equals("ready") ? fact.cpuMillis() : life.readyCpuMillis(),
                over ? fact.at() : life.ended(),
                over ? fact.how() : life.how(),
                over ? fact.why() : life.why(),
                over ? fact.exit() : life.exit(),
                Math.max(fact.peakKiB(), life.peakKiB()),
                Math.max(fact.cpuMillis(), life.cpuMillis()),
                life.classes(),
                life.lastWords());
    }

    private static WorkerLife with(WorkerLife life, int classes, String words) {
        return new WorkerLife(
                life.number(),
                life.fork(),
                life.spare(),
                life.started(),
                life.ready(),
                life.readyCpuMillis(),
                life.ended(),
                life.how(),
                life.why(),
                life.exit(),
                life.peakKiB(),
                life.cpuMillis(),
                classes,
                words);
    }

    private RunReport report() {
        Map<Integer, Integer> classes = new HashMap<>();
        List<Stint> closed = new ArrayList<>(stints.size());
        for (Stint stint : stints) {
            classes.put(stint.worker(), classes.getOrDefault(stint.worker(), 0) + 1);
            Stint whole = stint.isOver() ? stint : new Stint(stint.fact(), last, null, 0, false);
            closed.add(whole.ofPart(parts.getOrDefault(stint.className(), "")));
        }
        List<WorkerLife> lives = new ArrayList<>(workers.size());
        for (WorkerLife life : workers.values()) {
            lives.add(with(life, classes.getOrDefault(life.number(), 0), life.lastWords()));
        }
        List<Gap> placed = new ArrayList<>(gaps.size());
        for (GapFact gap : gaps) {
            placed.add(placed(gap));
        }
        return new RunReport(
                run,
                end,
                end == null ? last : end.at(),
                lives,
                closed,
                tests.all(),
                placed,
                fixtures,
                waits,
                leaks,
                undiscoverable,
                notices,
                verdicts,
                supervisor);
    }

    /** A gap ends where the successor's first test begins. */
    private Gap placed(GapFact gap) {
        TestFact next = firstTests.get(gap.to());
        return new Gap(
                gap, next == null ? WorkerLife.UNKNOWN : Math.max(0, Math.round((double) next.at() - gap.millis())));
    }
}
