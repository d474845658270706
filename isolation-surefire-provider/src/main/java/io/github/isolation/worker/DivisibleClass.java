package io.github.isolation.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.engine.execution.JupiterEngineExecutionContext;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource;
import org.junit.platform.engine.support.hierarchical.Node;
import org.junit.platform.engine.support.hierarchical.Node.DynamicTestExecutor;
import org.junit.platform.engine.support.hierarchical.Node.Invocation;

/**
 * Stands for one of Jupiter's classes in the tree of what is run, and is that class in all but one thing: its members are not
 * handed to JUnit all at once but one by one, as dynamic tests are, and only those that nobody else has. So what was given back
 * is neither begun nor skipped, and nobody who listens hears of it. Apart, so that a worker without Jupiter never loads it.
 */
final class DivisibleClass implements TestDescriptor, Node<JupiterEngineExecutionContext> {
    private final TestDescriptor descriptor;
    private final Node<JupiterEngineExecutionContext> node;
    private final NotBegun notBegun;
    private boolean oneByOne;

    @SuppressWarnings("unchecked") // nodes of Jupiter have contexts of Jupiter
    private DivisibleClass(TestDescriptor descriptor, NotBegun notBegun) {
        this.descriptor = descriptor;
        this.node = (Node<JupiterEngineExecutionContext>) descriptor;
        this.notBegun = notBegun;
    }

    /** Takes the place of a class that is the only one of its engine. */
    static void replace(TestDescriptor only, NotBegun notBegun) {
        TestDescriptor engine = only.getParent().orElseThrow();
        TestDescriptor divisible = new DivisibleClass(only, notBegun);
        engine.removeChild(only);
        engine.addChild(divisible);
    }

    @Override
    public void around(JupiterEngineExecutionContext context, Invocation<JupiterEngineExecutionContext> invocation)
            throws Exception {
        oneByOne = notBegun.areOf(getUniqueId().toString());
        node.around(context, invocation);
    }

    /** None while it runs, if they are handed over one by one. */
    @Override
    public Set<? extends TestDescriptor> getChildren() {
        return oneByOne ? Set.of() : descriptor.getChildren();
    }

    @Override
    public JupiterEngineExecutionContext execute(JupiterEngineExecutionContext context, DynamicTestExecutor executor)
            throws Exception {
        JupiterEngineExecutionContext same = node.execute(context, executor);
        if (oneByOne) {
            List<TestDescriptor> members = new ArrayList<>(descriptor.getChildren());
            EngineExecutionListener listener = new AsPlanned(members, context.getExecutionListener());
            for (TestDescriptor member : members) {
                if (notBegun.begin(member.getUniqueId().toString())) {
                    NewerJUnit.execute(executor, member, listener);
                }
            }
        }
        return same;
    }

    @Override
    public void cleanUp(JupiterEngineExecutionContext context) throws Exception {
        oneByOne = false;
        node.cleanUp(context);
    }

    /** They are in the plan already, and nobody is to hear that they came up while others ran. */
    private record AsPlanned(List<TestDescriptor> members, EngineExecutionListener listener)
            implements EngineExecutionListener {
        @Override
        public void dynamicTestRegistered(TestDescriptor test) {
            if (!members.contains(test)) {
                listener.dynamicTestRegistered(test);
            }
        }

        @Override
        public void executionSkipped(TestDescriptor test, String reason) {
            listener.executionSkipped(test, reason);
        }

        @Override
        public void executionStarted(TestDescriptor test) {
            listener.executionStarted(test);
        }

        @Override
        public void executionFinished(TestDescriptor test, TestExecutionResult result) {
            listener.executionFinished(test, result);
        }

        @Override
        public void reportingEntryPublished(TestDescriptor test, ReportEntry entry) {
            listener.reportingEntryPublished(test, entry);
        }
    }

    // From here on it is the class that it stands for.

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
