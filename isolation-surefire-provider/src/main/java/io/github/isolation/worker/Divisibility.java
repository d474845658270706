package io.github.isolation.worker;

import io.github.isolation.SplitClass;
import io.github.isolation.WholeClass;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.hierarchical.Node;

/**
 * Judges whether tests of a class may run in several JVMs: it is one of Jupiter's, and nothing says that its tests belong together. The
 * same for the same class on any machine, however many forks there are. Whether its author or the user wants it is another question. In
 * the thread that runs the tests. What goes wrong here is for the caller to judge.
 */
final class Divisibility {
    private static final String CLASS_OF_JUPITER = "org.junit.jupiter.engine.descriptor.ClassTestDescriptor";
    private static final String LIFECYCLE = "junit.jupiter.testinstance.lifecycle.default";
    private static final String ORDER = "junit.jupiter.testmethod.order.default";

    private final WorkerSettings settings;
    private final Execution execution;
    private @Nullable Boolean configured;

    Divisibility(WorkerSettings settings, Execution execution) {
        this.settings = settings;
        this.execution = execution;
    }

    /** Whether the user, or its author, wants it to be shared. */
    boolean isAsked(TestDescriptor topLevel) {
        return isOfJupiter(topLevel)
                && (settings.splitsTail()
                        || (topLevel.getSource().orElse(null) instanceof ClassSource source
                                && AnnotationSupport.isAnnotated(source.getJavaClass(), SplitClass.class)));
    }

    /**
     * Whether another engine than Jupiter has nothing there to run: jqwik puts a container for each class into its plan, whosever tests it
     * has, and JUnit removes it only when filters are through.
     */
    boolean isEmptyOfAnother(TestDescriptor topLevel) {
        return topLevel.getChildren().isEmpty() && !topLevel.mayRegisterTests() && !isOfJupiter(topLevel);
    }

    private static boolean isOfJupiter(TestDescriptor topLevel) {
        return topLevel.getClass().getName().equals(CLASS_OF_JUPITER);
    }

    /** Whether several JVMs may share it, by what it says and how JUnit is configured. */
    boolean isDivisible(TestDescriptor topLevel) {
        return mayBeShared(topLevel) && !isConfiguredOtherwise();
    }

    /** The same by what the class says alone. */
    boolean mayBeShared(TestDescriptor topLevel) {
        return isOfJupiter(topLevel)
                && topLevel.getSource().orElse(null) instanceof ClassSource source
                && !belongsTogether(source.getJavaClass())
                && !takesLocks(topLevel)
                && NewerJUnit.executesWithListeners();
    }

    /** Looked for as JUnit does: also on superclasses, interfaces, and annotations of the user's. */
    private static boolean belongsTogether(Class<?> type) {
        boolean oneInstance = AnnotationSupport.findAnnotation(type, TestInstance.class)
                .filter(instance -> instance.value() == TestInstance.Lifecycle.PER_CLASS)
                .isPresent();
        return oneInstance
                || AnnotationSupport.isAnnotated(type, WholeClass.class)
                || AnnotationSupport.isAnnotated(type, TestMethodOrder.class)
                || AnnotationSupport.isAnnotated(type, org.junit.jupiter.api.parallel.Execution.class)
                || NewerJUnit.ordersClassesIn(type);
    }

    private static boolean takesLocks(TestDescriptor test) {
        return (test instanceof Node<?> node && !node.getExclusiveResources().isEmpty())
                || test.getChildren().stream().anyMatch(Divisibility::takesLocks);
    }

    /** There is no plan yet that could say it; JUnit is asked for what it would read. */
    private boolean isConfiguredOtherwise() {
        Boolean known = configured;
        if (known == null) {
            ConfigurationParameters parameters = NewerJUnit.configuration(execution);
            known = belongTogether(parameters)
                    || parameters.getBoolean(PlanListener.PARALLEL).orElse(false);
            configured = known;
        }
        return known;
    }

    /** Whether, by how JUnit is configured, the tests of no class may be divided. */
    static boolean belongTogether(ConfigurationParameters configuration) {
        boolean oneInstance = configuration
                .get(LIFECYCLE)
                .filter(lifecycle -> lifecycle.strip().equalsIgnoreCase("per_class"))
                .isPresent();
        return oneInstance || configuration.get(ORDER).isPresent();
    }
}
