package io.github.isolation.verdict;

import io.github.isolation.record.ClassEndFact;
import io.github.isolation.record.ClassFact;
import io.github.isolation.record.Fact;
import io.github.isolation.record.LeakFact;
import io.github.isolation.record.TestFact;
import io.github.isolation.record.WorkerFact;
import io.github.isolation.trial.MethodIds;
import io.github.isolation.trial.Piece;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Reads from the facts of a run, one after the other, what was around some of its tests. Keeps nothing of all others. */
final class Company implements Consumer<Fact> {
    /** More of what another fork ran at the same time is no evidence. */
    private static final int MOST_BESIDE = 4;

    /**
     * A test, and what was around it.
     *
     * @param fact its result
     * @param hands the class it ran in, as it was handed out
     * @param siblings the methods of its class that had a result before
     * @param place of the class in all that its worker had, from 0
     */
    record Found(TestFact fact, Hands hands, List<String> siblings, int place) {}

    private final Predicate<TestFact> wanted;
    private final int most;
    private final List<Found> found = new ArrayList<>();
    private final Map<Integer, List<Hands>> ofWorker = new HashMap<>();
    private final Map<Integer, List<Hands>> ofFork = new HashMap<>();
    private final Set<String> leaking = new HashSet<>();
    private final Map<String, Long> millis = new HashMap<>();
    private final Set<String> ran = new LinkedHashSet<>();
    private int moreFound;

    /** Of the tests that are wanted, and of so many at most. */
    Company(Predicate<TestFact> wanted, int most) {
        this.wanted = wanted;
        this.most = most;
    }

    @Override
    public void accept(Fact fact) {
        if (fact instanceof ClassFact handed) {
            Hands hands = new Hands(handed.className(), handed.worker(), handed.fork(), handed.at());
            ofWorker.computeIfAbsent(handed.worker(), any -> new ArrayList<>()).add(hands);
            ofFork.computeIfAbsent(handed.fork(), any -> new ArrayList<>()).add(hands);
        } else if (fact instanceof ClassEndFact ended) {
            over(ended.worker(), ended.at());
            millis.merge(ended.className(), ended.millis(), Long::sum);
        } else if (fact instanceof WorkerFact worker && worker.state().equals("ended")) {
            over(worker.worker(), worker.at());
        } else if (fact instanceof TestFact test) {
            took(test);
        } else if (fact instanceof LeakFact leak) {
            leaking.add(leak.className());
        }
    }

    private void over(int worker, long at) {
        List<Hands> all = ofWorker.getOrDefault(worker, List.of());
        if (!all.isEmpty()) {
            Hands last = all.get(all.size() - 1);
            last.over(Math.min(last.to, at));
        }
    }

    private void took(TestFact test) {
        List<Hands> all = ofWorker.getOrDefault(test.worker(), List.of());
        if (all.isEmpty()) {
            return; // nobody ran it
        }
        Hands hands = all.get(all.size() - 1);
        String method = MethodIds.of(test.id());
        if (wanted.test(test)) {
            if (found.size() < most) {
                found.add(new Found(test, hands, hands.methodsBut(method), all.size() - 1));
            } else {
                moreFound++;
            }
        }
        hands.ran(method);
        if (test.attempt() == 1) {
            ran.add(hands.className);
        }
    }

    /** All of them, in the order of their results. */
    List<Found> found() {
        return List.copyOf(found);
    }

    /** How many there were beyond what was wanted at most. */
    int moreFound() {
        return moreFound;
    }

    /** The classes of which a test has a result, in the order of the first of each. */
    List<String> order() {
        return List.copyOf(ran);
    }

    /** How long this class took, in milliseconds; 0 if it is not known. */
    long millis(String className) {
        return millis.getOrDefault(className, 0L);
    }

    /** What the worker of a test ran before it: whole classes, and what of its own class came first. */
    List<Piece> before(Found one) {
        List<Hands> all = ofWorker.getOrDefault(one.fact().worker(), List.of());
        Set<Piece> before = new LinkedHashSet<>();
        for (Hands hands : all.subList(0, one.place())) {
            if (hands.hasRun() && !hands.className.equals(one.hands().className)) {
                before.add(hands.whole());
            }
        }
        if (!one.siblings().isEmpty() && !MethodIds.of(one.fact().id()).isEmpty()) {
            before.add(new Piece(one.hands().className, one.siblings()));
        }
        return List.copyOf(before);
    }

    /** Those of them that have left something behind in their worker, the last one first. */
    List<Piece> hints(List<Piece> before) {
        List<Piece> hints = new ArrayList<>();
        for (Piece piece : before) {
            if (leaking.contains(piece.className())) {
                hints.add(0, piece);
            }
        }
        return hints;
    }

    /** What each other fork ran while the class of a test ran, up to the end of the test. */
    List<List<Piece>> beside(Found one) {
        long from = one.hands().from;
        long to = one.fact().at() + one.fact().millis();
        Set<String> taken = new HashSet<>(Set.of(one.hands().className));
        List<List<Piece>> lanes = new ArrayList<>();
        ofFork.forEach((fork, all) -> {
            List<Piece> lane = new ArrayList<>();
            for (Hands hands : fork == one.hands().fork ? List.<Hands>of() : all) {
                if (hands.from <= to && hands.to >= from && taken.add(hands.className)) {
                    lane.add(hands.whole());
                }
            }
            if (!lane.isEmpty()) {
                lanes.add(List.copyOf(lane.subList(Math.max(0, lane.size() - MOST_BESIDE), lane.size())));
            }
        });
        return lanes;
    }
}
