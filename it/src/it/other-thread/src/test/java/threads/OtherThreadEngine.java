package threads;

import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/** Runs three tests for a class called StoryTest; each begins in a thread of its own and ends in that of the launcher. */
public class OtherThreadEngine implements TestEngine {

    @Override
    public String getId() {
        return "other-thread";
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
        TestDescriptor engine = new EngineDescriptor(id, "Other thread");
        for (ClassSelector selector : request.getSelectorsByType(ClassSelector.class)) {
            if (selector.getClassName().endsWith("StoryTest")) {
                TestDescriptor story =
                        new Node(id.append("story", selector.getClassName()), selector.getJavaClass(), true);
                engine.addChild(story);
                for (String test : new String[] {"first", "fails", "last"}) {
                    story.addChild(new Node(story.getUniqueId().append("test", test), selector.getJavaClass(), false));
                }
            }
        }
        return engine;
    }

    @Override
    public void execute(ExecutionRequest request) {
        EngineExecutionListener listener = request.getEngineExecutionListener();
        TestDescriptor engine = request.getRootTestDescriptor();
        listener.executionStarted(engine);
        for (TestDescriptor story : engine.getChildren()) {
            listener.executionStarted(story);
            for (TestDescriptor test : story.getChildren()) {
                begin(test, listener);
                listener.executionFinished(test, result(test));
            }
            listener.executionFinished(story, TestExecutionResult.successful());
        }
        listener.executionFinished(engine, TestExecutionResult.successful());
    }

    private static void begin(TestDescriptor test, EngineExecutionListener listener) {
        Thread thread = new Thread(() -> listener.executionStarted(test));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestExecutionResult result(TestDescriptor test) {
        return test.getDisplayName().equals("fails")
                ? TestExecutionResult.failed(new AssertionError("on purpose"))
                : TestExecutionResult.successful();
    }

    private static final class Node extends AbstractTestDescriptor {
        private final boolean container;

        private Node(UniqueId id, Class<?> source, boolean container) {
            super(id, id.getLastSegment().getValue(), ClassSource.from(source));
            this.container = container;
        }

        @Override
        public Type getType() {
            return container ? Type.CONTAINER : Type.TEST;
        }
    }
}
