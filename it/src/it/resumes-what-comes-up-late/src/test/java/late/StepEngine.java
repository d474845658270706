package late;

import java.lang.reflect.Modifier;
import java.util.Optional;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** An engine whose tests come up one after the other while they run, so that nobody can tell it to leave one out. */
public final class StepEngine implements TestEngine {
    private static final int STEPS = 5;

    @Override
    public String getId() {
        return "steps";
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        EngineDescriptor engine = new EngineDescriptor(uniqueId, "steps");
        for (ClassSelector selector : request.getSelectorsByType(ClassSelector.class)) {
            Class<?> type = selector.getJavaClass();
            if (Steps.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                engine.addChild(new Container(uniqueId.append("class", type.getName()), type));
            }
        }
        return engine;
    }

    @Override
    public void execute(ExecutionRequest request) {
        EngineExecutionListener listener = request.getEngineExecutionListener();
        TestDescriptor engine = request.getRootTestDescriptor();
        listener.executionStarted(engine);
        for (TestDescriptor container : engine.getChildren()) {
            listener.executionStarted(container);
            for (int number = 1; number <= STEPS; number++) {
                run((Container) container, number, listener);
            }
            listener.executionFinished(container, TestExecutionResult.successful());
        }
        listener.executionFinished(engine, TestExecutionResult.successful());
    }

    private static void run(Container container, int number, EngineExecutionListener listener) {
        Step step = new Step(container, number);
        container.addChild(step);
        listener.dynamicTestRegistered(step);
        TestExecutionResult result = TestExecutionResult.successful();
        try {
            Steps steps = (Steps) container.type.getDeclaredConstructor().newInstance();
            if (steps.skips(number)) {
                listener.executionSkipped(step, "left out");
                return;
            }
            listener.executionStarted(step);
            steps.step(number);
        } catch (ReflectiveOperationException | RuntimeException e) {
            result = TestExecutionResult.failed(e);
        }
        listener.executionFinished(step, result);
    }

    private static final class Container extends AbstractTestDescriptor {
        private final Class<?> type;

        Container(UniqueId id, Class<?> type) {
            super(id, type.getSimpleName(), ClassSource.from(type));
            this.type = type;
        }

        @Override
        public Type getType() {
            return Type.CONTAINER;
        }

        @Override
        public boolean mayRegisterTests() {
            return true;
        }
    }

    private static final class Step extends AbstractTestDescriptor {
        private final String className;
        private final String name;

        Step(Container container, int number) {
            super(container.getUniqueId().append("step", String.valueOf(number)), "step" + number);
            this.className = container.type.getName();
            this.name = "step" + number;
        }

        @Override
        public Optional<TestSource> getSource() {
            return Optional.of(MethodSource.from(className, name));
        }

        @Override
        public Type getType() {
            return Type.TEST;
        }
    }
}
