package io.github.isolation.maven.report;

import io.github.isolation.maven.report.RunReport.Gap;
import io.github.isolation.record.ClassEndFact;
import io.github.isolation.record.ClassFact;
import io.github.isolation.record.EndFact;
import io.github.isolation.record.Fact;
import io.github.isolation.record.FixturesFact;
import io.github.isolation.record.GapFact;
import io.github.isolation.record.LeakFact;
import io.github.isolation.record.NoticeFact;
import io.github.isolation.record.RunFact;
import io.github.isolation.record.SupervisorFact;
import io.github.isolation.record.TestFact;
import io.github.isolation.record.UndiscoverableFact;
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
    private final Map<InHand, Integer> open = new HashMap<>();
    private final Histories tests = new Histories();
    private final Map<Integer, TestFact> firstTests = new HashMap<>();
    private final List<GapFact> gaps = new ArrayList<>();
    private final List<FixturesFact> fixtures = new ArrayList<>();
    private final List<WaitFact> waits = new ArrayList<>();
    private final List<LeakFact> leaks = new ArrayList<>();
    private final List<UndiscoverableFact> undiscoverable = new ArrayList<>();
    private final List<NoticeFact> notices = new ArrayList<>();
    private @Nullable SupervisorFact supervisor;
    private @Nullable EndFact end;
    private long last;

    private record InHand(int worker, String className) {}

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
        facts.forEach(reading::take);
        return reading.report();
    }

    private void take(Fact fact) {
        if (fact instanceof WorkerFact worker) {
            reach(worker.at());
            workers.put(worker.worker(), changed(workers.get(worker.worker()), worker));
        } else if (fact instanceof ClassFact handed) {
            reach(handed.at());
            open.put(new InHand(handed.worker(), handed.className()), stints.size());
            stints.add(new Stint(handed, WorkerLife.UNKNOWN, 0, false));
        } else if (fact instanceof ClassEndFact over) {
            reach(over.at());
            Integer place = open.remove(new InHand(over.worker(), over.className()));
            if (place != null) {
                stints.set(place, new Stint(stints.get(place).fact(), over.at(), over.output(), true));
            }
        } else if (fact instanceof TestFact test) {
            reach(test.at() + test.millis());
            tests.add(test);
            firstTests.merge(test.worker(), test, (one, other) -> one.at() <= other.at() ? one : other);
            if (test.ours() && !test.output().isEmpty()) {
                workers.computeIfPresent(test.worker(), (number, life) -> withLastWords(life, test.output()));
            }
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
        } else if (fact instanceof SupervisorFact cost) {
            supervisor = cost;
        } else if (fact instanceof EndFact over) {
            reach(over.at());
            end = over;
        }
    }

    private void reach(long at) {
        last = Math.max(last, at);
    }

    private static WorkerLife changed(@Nullable WorkerLife before, WorkerFact fact) {
        WorkerLife life = before == null
                ? new WorkerLife(fact.worker(), fact.fork(), fact.spare(), -1, -1, -1, "", "", null, 0, 0, 0, "")
                : before;
        boolean over = fact.state().equals("ended");
        return new WorkerLife(
                life.number(),
                life.fork(),
                life.spare() || fact.spare(),
                fact.state().equals("started") ? fact.at() : life.started(),
                fact.state().equals("ready") ? fact.at() : life.ready(),
                over ? fact.at() : life.ended(),
                over ? fact.how() : life.how(),
                over ? fact.why() : life.why(),
                over ? fact.exit() : life.exit(),
                Math.max(fact.peakKiB(), life.peakKiB()),
                Math.max(fact.cpuMillis(), life.cpuMillis()),
                life.classes(),
                life.lastWords());
    }

    private static WorkerLife withLastWords(WorkerLife life, String words) {
        return with(life, life.classes(), words);
    }

    private static WorkerLife with(WorkerLife life, int classes, String words) {
        return new WorkerLife(
                life.number(),
                life.fork(),
                life.spare(),
                life.started(),
                life.ready(),
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
        stints.forEach(stint -> classes.merge(stint.worker(), 1, Integer::sum));
        return new RunReport(
                run,
                end,
                end == null ? last : end.at(),
                workers.values().stream()
                        .map(life -> with(life, classes.getOrDefault(life.number(), 0), life.lastWords()))
                        .toList(),
                stints.stream().map(this::closed).toList(),
                tests.all(),
                gaps.stream().map(this::placed).toList(),
                fixtures,
                waits,
                leaks,
                undiscoverable,
                notices,
                supervisor);
    }

    private Stint closed(Stint stint) {
        return stint.isOver() ? stint : new Stint(stint.fact(), last, 0, false);
    }

    /** A gap ends where the successor's first test begins. */
    private Gap placed(GapFact gap) {
        TestFact next = firstTests.get(gap.to());
        return new Gap(
                gap, next == null ? WorkerLife.UNKNOWN : Math.max(0, Math.round((double) next.at() - gap.millis())));
    }
}
