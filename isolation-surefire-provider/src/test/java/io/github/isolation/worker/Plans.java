package io.github.isolation.worker;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.TestPlan;

/** Plans of the JUnit Platform that nobody executes. */
final class Plans {
    private Plans() {}

    /** Without any test. */
    static TestPlan none() {
        return from(Set.of());
    }

    /** With this engine and all below it. */
    static TestPlan of(TestDescriptor engine) {
        return from(Set.of(engine));
    }

    private static TestPlan from(Set<TestDescriptor> engines) {
        try {
            // Which of the two there is depends on the version of JUnit.
            Method from = Stream.of(TestPlan.class.getDeclaredMethods())
                    .filter(method -> method.getName().equals("from"))
                    .max((one, other) -> Integer.compare(one.getParameterCount(), other.getParameterCount()))
                    .orElseThrow();
            return (TestPlan)
                    (from.getParameterCount() == 1
                            ? from.invoke(null, engines)
                            : from.invoke(null, engines, new Unconfigured()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Unconfigured implements ConfigurationParameters {
        @Override
        public Optional<String> get(String key) {
            return Optional.empty();
        }

        @Override
        public Optional<Boolean> getBoolean(String key) {
            return Optional.empty();
        }

        @Override
        @Deprecated
        @SuppressWarnings("InlineMeSuggester") // nobody calls it
        public int size() {
            return 0;
        }

        @Override
        public Set<String> keySet() {
            return Set.of();
        }
    }
}
