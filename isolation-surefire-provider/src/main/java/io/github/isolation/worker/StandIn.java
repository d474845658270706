package io.github.isolation.worker;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.engine.execution.JupiterEngineExecutionContext;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource;
import org.junit.platform.engine.support.hierarchical.Node;

/**
 * Stands for one of Jupiter's descriptors when tests are run, and is that one in all that is not said otherwise. Apart, so that a
 * worker without Jupiter never loads it.
 */
abstract class StandIn implements TestDescriptor, Node<JupiterEngineExecutionContext> {
    private final TestDescriptor descriptor;
    private final Node<JupiterEngineExecutionContext> node;

    @SuppressWarnings("unchecked") // nodes of Jupiter have contexts of Jupiter
    StandIn(TestDescriptor descriptor) {
        this.descriptor = descriptor;
        this.node = (Node<JupiterEngineExecutionContext>) descriptor;
    }

    @Override
    public void around(JupiterEngineExecutionContext context, Invocation<JupiterEngineExecutionContext> invocation)
            throws Exception {
        node.around(context, invocation);
    }

    @Override
    public Set<? extends TestDescriptor> getChildren() {
        return descriptor.getChildren();
    }

    @Override
    public JupiterEngineExecutionContext execute(JupiterEngineExecutionContext context, DynamicTestExecutor executor)
            throws Exception {
        return node.execute(context, executor);
    }

    @Override
    public void cleanUp(JupiterEngineExecutionContext context) throws Exception {
        node.cleanUp(context);
    }

    @Override
    public UniqueId getUniqueId() {
        return descriptor.getUniqueId();
    }

    @Override
    public String getDisplayName() {
        return descriptor.getDisplayName();
    }

    @Override
    public String getLegacyReportingName() {
        return descriptor.getLegacyReportingName();
    }

    @Override
    public Set<TestTag> getTags() {
        return descriptor.getTags();
    }

    @Override
    public Optional<TestSource> getSource() {
        return descriptor.getSource();
    }

    @Override
    public Optional<TestDescriptor> getParent() {
        return descriptor.getParent();
    }

    @Override
    public void setParent(TestDescriptor parent) {
        descriptor.setParent(parent);
    }

    @Override
    public void addChild(TestDescriptor child) {
        descriptor.addChild(child);
    }

    @Override
    public void removeChild(TestDescriptor child) {
        descriptor.removeChild(child);
    }

    @Override
    public void removeFromHierarchy() {
        getParent().ifPresent(parent -> parent.removeChild(this));
    }

    @Override
    public Type getType() {
        return descriptor.getType();
    }

    @Override
    public boolean mayRegisterTests() {
        return descriptor.mayRegisterTests();
    }

    @Override
    public Optional<? extends TestDescriptor> findByUniqueId(UniqueId id) {
        return getUniqueId().equals(id) ? Optional.of(this) : descriptor.findByUniqueId(id);
    }

    @Override
    public JupiterEngineExecutionContext prepare(JupiterEngineExecutionContext context) throws Exception {
        return node.prepare(context);
    }

    @Override
    public SkipResult shouldBeSkipped(JupiterEngineExecutionContext context) throws Exception {
        return node.shouldBeSkipped(context);
    }

    @Override
    public JupiterEngineExecutionContext before(JupiterEngineExecutionContext context) throws Exception {
        return node.before(context);
    }

    @Override
    public void after(JupiterEngineExecutionContext context) throws Exception {
        node.after(context);
    }

    @Override
    public void nodeSkipped(JupiterEngineExecutionContext context, TestDescriptor test, SkipResult result) {
        node.nodeSkipped(context, descriptor, result);
    }

    @Override
    public void nodeFinished(JupiterEngineExecutionContext context, TestDescriptor test, TestExecutionResult result) {
        node.nodeFinished(context, descriptor, result);
    }

    @Override
    public Set<ExclusiveResource> getExclusiveResources() {
        return node.getExclusiveResources();
    }

    @Override
    public ExecutionMode getExecutionMode() {
        return node.getExecutionMode();
    }
}
