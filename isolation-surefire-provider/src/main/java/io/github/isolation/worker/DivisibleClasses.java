package io.github.isolation.worker;

import io.github.isolation.SplitClass;
import io.github.isolation.WholeClass;
import io.github.isolation.protocol.Event;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.hierarchical.Node;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Finds out whether several forks could share the class in hand: it is one of Jupiter's, its author or the user allows it, and
 * nothing says that its tests belong together. In the thread that runs the tests.
 */
final class DivisibleClasses {
    private static final String CLASS_OF_JUPITER = "org.junit.jupiter.engine.descriptor.ClassTestDescriptor";
    private static final String LIFECYCLE = "junit.jupiter.testinstance.lifecycle.default";
    private static final String ORDER = "junit.jupiter.testmethod.order.default";

    private final WorkerSettings settings;
    private final ToSupervisor supervisor;
    private final NotBegun notBegun;
    private final Guard guard;
    private final Set<String> templates = new HashSet<>();
    private @Nullable String candidate;

    DivisibleClasses(WorkerSettings settings, ToSupervisor supervisor, NotBegun notBegun, Guard guard) {
        this.settings = settings;
        this.supervisor = supervisor;
        this.notBegun = notBegun;
        this.guard = guard;
    }

    /** A top-level class was discovered, with all that is in it. */
    void discovered(TestDescriptor topLevel) {
        if (settings.onlyFork() || !topLevel.getClass().getName().equals(CLASS_OF_JUPITER)) {
            return;
        }
        if (looksDivisible(topLevel)) {
            // Whatever goes wrong in here, the class may be lost to the plan: then it cannot be discovered, and that is
            // told.
            DivisibleClass.replace(topLevel, notBegun);
            candidate = topLevel.getUniqueId().toString();
        }
    }

    private boolean looksDivisible(TestDescriptor topLevel) {
        try {
            return isDivisible(topLevel);
        } catch (RuntimeException | Error e) {
            guard.failed("see whether other forks may run some of a class", e);
            return false;
        }
    }

    private boolean isDivisible(TestDescriptor topLevel) {
        TestDescriptor engine = topLevel.getParent().orElse(null);
        if (!(topLevel.getSource().orElse(null) instanceof ClassSource source)
                || engine == null
                || engine.getChildren().size() > 1
                || !mayHaveSeveralTests(topLevel)) {
            return false;
        }
        Class<?> type = source.getJavaClass();
        boolean asked = settings.splitsTail() || AnnotationSupport.isAnnotated(type, SplitClass.class);
        return asked && !belongsTogether(type) && !takesLocks(topLevel) && NewerJUnit.executesWithListeners();
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

    /** Looked for as JUnit does: also on superclasses, interfaces, and annotations of the user's. */
    private static boolean belongsTogether(Class<?> type) {
        boolean oneInstance = AnnotationSupport.findAnnotation(type, TestInstance.class)
                .filter(instance -> instance.value() == TestInstance.Lifecycle.PER_CLASS)
                .isPresent();
        return oneInstance
                || AnnotationSupport.isAnnotated(type, WholeClass.class)
                || AnnotationSupport.isAnnotated(type, TestMethodOrder.class)
                || AnnotationSupport.isAnnotated(type, Execution.class)
                || NewerJUnit.ordersClassesIn(type);
    }

    private static boolean takesLocks(TestDescriptor test) {
        return (test instanceof Node<?> node && !node.getExclusiveResources().isEmpty())
                || test.getChildren().stream().anyMatch(DivisibleClasses::takesLocks);
    }

    /** The plan of the class begins. */
    void begins(TestPlan plan, ConfigurationParameters configuration, boolean parallel) {
        String classId = candidate;
        candidate = null;
        notBegun.close();
        if (classId == null || parallel || belongTogether(configuration)) {
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

    private static boolean belongTogether(ConfigurationParameters configuration) {
        boolean oneInstance = configuration
                .get(LIFECYCLE)
                .filter(lifecycle -> lifecycle.strip().equalsIgnoreCase("per_class"))
                .isPresent();
        return oneInstance || configuration.get(ORDER).isPresent();
    }
}
