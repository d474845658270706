package io.github.isolation.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.engine.execution.JupiterEngineExecutionContext;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;

/**
 * Stands for one of Jupiter's classes in the tree of what is run, and is that class in all but one thing: its members are not
 * handed to JUnit all at once but one by one, as dynamic tests are, and only those that nobody else has. So what was given back
 * is neither begun nor skipped, and nobody who listens hears of it. Apart, so that a worker without Jupiter never loads it.
 */
final class DivisibleClass extends StandIn {
    private final NotBegun notBegun;
    private boolean oneByOne;

    private DivisibleClass(TestDescriptor descriptor, NotBegun notBegun) {
        super(descriptor);
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
        super.around(context, invocation);
    }

    /** None while it runs, if they are handed over one by one. */
    @Override
    public Set<? extends TestDescriptor> getChildren() {
        return oneByOne ? Set.of() : super.getChildren();
    }

    @Override
    public JupiterEngineExecutionContext execute(JupiterEngineExecutionContext context, DynamicTestExecutor executor)
            throws Exception {
        JupiterEngineExecutionContext same = super.execute(context, executor);
        if (oneByOne) {
            List<TestDescriptor> members = new ArrayList<>();
            super.getChildren().forEach(member -> members.add(DivisibleTemplate.insteadOf(member, notBegun)));
            EngineExecutionListener listener = new AsPlanned(members, context.getExecutionListener());
            for (TestDescriptor member : members) {
                if (notBegun.begin(member.getUniqueId().toString())) {
                    var unused = NewerJUnit.execute(executor, member, listener);
                }
            }
        }
        return same;
    }

    @Override
    public void cleanUp(JupiterEngineExecutionContext context) throws Exception {
        oneByOne = false;
        super.cleanUp(context);
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
}
