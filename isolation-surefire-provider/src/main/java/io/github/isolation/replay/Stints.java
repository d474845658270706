package io.github.isolation.replay;

import io.github.isolation.record.ClassFact;
import io.github.isolation.record.Fact;
import io.github.isolation.record.TestFact;
import io.github.isolation.record.WorkerFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads from the facts of a run which worker had which class, in the order in which they were handed out. Pure. */
final class Stints {
    /** A worker that ends in one of these ways has not ended because of the class it had. */
    private static final Set<String> PEACEFUL = Set.of("finished", "retired", "cancelled");

    private static final String WHOLE = "whole";

    private static final class Draft {
        private final ClassFact handed;
        private boolean ran;
        private boolean failed;

        private Draft(ClassFact handed) {
            this.handed = handed;
        }
    }

    private final List<Draft> drafts = new ArrayList<>();
    private final Map<Integer, Draft> lastOfWorker = new HashMap<>();
    private final Map<String, Draft> lastWhole = new HashMap<>();

    private Stints() {}

    /** All of a run. */
    static List<Stint> of(List<Fact> facts) {
        Stints stints = new Stints();
        facts.forEach(stints::take);
        return stints.drafts.stream().map(stints::stint).toList();
    }

    private void take(Fact fact) {
        if (fact instanceof ClassFact handed) {
            Draft draft = new Draft(handed);
            drafts.add(draft);
            lastOfWorker.put(handed.worker(), draft);
            if (handed.part().equals(WHOLE)) {
                lastWhole.put(handed.className(), draft);
            }
        } else if (fact instanceof TestFact test) {
            Draft draft = lastOfWorker.get(test.worker());
            if (draft != null) {
                draft.ran = true;
                draft.failed |= test.isFailure();
            }
        } else if (fact instanceof WorkerFact worker && worker.state().equals("ended")) {
            Draft draft = lastOfWorker.get(worker.worker());
            if (draft != null && !PEACEFUL.contains(worker.how())) {
                draft.ran = true;
            }
        }
    }

    /** It was given back unused: as one that wants a fresh worker is, or one that JUnit puts behind others of its plan. */
    private Stint stint(Draft draft) {
        ClassFact handed = draft.handed;
        boolean again = handed.part().equals(WHOLE) && lastWhole.get(handed.className()) != draft;
        return new Stint(handed.className(), handed.worker(), handed.fork(), again && !draft.ran, draft.failed);
    }
}
