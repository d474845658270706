package io.github.isolation.worker;

import io.github.isolation.protocol.Event;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Finds out whether several forks could share the class in hand, and lets them. In the thread that runs the tests.
 */
final class DivisibleClasses {
    private final WorkerSettings settings;
    private final ToSupervisor supervisor;
    private final NotBegun notBegun;
    private final Divisibility divisibility;
    private final Guard guard;
    private final Set<String> templates = new HashSet<>();
    private @Nullable String candidate;

    DivisibleClasses(
            WorkerSettings settings,
            ToSupervisor supervisor,
            NotBegun notBegun,
            Divisibility divisibility,
            Guard guard) {
        this.settings = settings;
        this.supervisor = supervisor;
        this.notBegun = notBegun;
        this.divisibility = divisibility;
        this.guard = guard;
    }

    /** A top-level class was discovered, with all that is in it. */
    void discovered(TestDescriptor topLevel) {
        if (!settings.onlyFork() && looksDivisible(topLevel)) {
            // Whatever goes wrong in here, the class may be lost to the plan: then it cannot be discovered, and that is
            // told.
            DivisibleClass.replace(topLevel, notBegun);
            candidate = topLevel.getUniqueId().toString();
        }
    }

    private boolean looksDivisible(TestDescriptor topLevel) {
        try {
            TestDescriptor engine = topLevel.getParent().orElse(null);
            return engine != null
                    && engine.getChildren().size() == 1
                    && divisibility.isAsked(topLevel)
                    && divisibility.mayBeShared(topLevel)
                    && mayHaveSeveralTests(topLevel);
        } catch (RuntimeException | Error e) {
            guard.failed("see whether other forks may run some of a class", e);
            return false;
        }
    }

    private boolean mayHaveSeveralTests(TestDescriptor topLevel) {
        templates.clear();
        for (TestDescriptor member : topLevel.getChildren()) {
            if (DivisibleTemplate.isOne(member)) {
                templates.add(member.getUniqueId().toString());
            }
        }
        return topLevel.getChildren().size() > 1 || !templates.isEmpty();
    }

    /** The plan of the class begins. */
    void begins(TestPlan plan, ConfigurationParameters configuration, boolean parallel) {
        String classId = candidate;
        candidate = null;
        notBegun.close();
        if (classId == null || parallel || Divisibility.belongTogether(configuration)) {
            return;
        }
        Set<String> members = new LinkedHashSet<>();
        for (TestIdentifier root : plan.getRoots()) {
            for (TestIdentifier topLevel : plan.getChildren(root)) {
                if (topLevel.getUniqueId().equals(classId)) {
                    plan.getChildren(topLevel).forEach(member -> members.add(member.getUniqueId()));
                }
            }
        }
        templates.retainAll(members);
        if (members.size() > 1 || !templates.isEmpty()) {
            notBegun.open(classId, members);
            supervisor.tell(new Event.Divisible(classId, List.copyOf(templates)));
        }
    }
}
