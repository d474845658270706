package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** Which invocations of a test run again; that JUnit leaves out the others, ResumeFilterTest shows. */
class RemainingInvocationsTest {
    private static final String TEMPLATE = "[engine:junit-jupiter]/[class:C]/[test-template:p(int)]";

    private final FakeConversation supervisor = new FakeConversation();
    private final Resume resume = new Resume();

    @Test
    void whatHasNoResultPasses() {
        resume.narrow(Set.of(TEMPLATE + "/[test-template-invocation:#1]"), Set.of());
        resume.next("C");
        UnfinishedFilter filter = new UnfinishedFilter(resume);
        assertFalse(filter.test(UniqueId.parse(TEMPLATE + "/[test-template-invocation:#1]"), 0));
        assertTrue(filter.test(UniqueId.parse(TEMPLATE + "/[test-template-invocation:#2]"), 1));
        assertTrue(filter.test(UniqueId.parse(TEMPLATE + "/[test-template-invocation:#2]")), "before 5.9");
    }

    /** It cannot be resumed inside. */
    @Test
    void anInvocationOfAClassThatHasBegunDoesNotRunAgain() {
        String invocation = "[engine:junit-jupiter]/[class-template:C]/[class-template-invocation:#1]";
        resume.narrow(Set.of(invocation + "/[method:a()]"), Set.of());
        resume.next("C");
        assertFalse(new UnfinishedFilter(resume).test(UniqueId.parse(invocation), 0));
    }

    @Test
    void whoeverCopiesItHasTheSame() {
        UnfinishedFilter filter = new UnfinishedFilter(resume);
        assertSame(filter, filter.withoutIndexFiltering());
        assertSame(filter, filter.copy(id -> id));
    }

    @Test
    void anotherEnginesTestIsLeftAsItIs() {
        resume.narrow(Set.of("[engine:other]/[test:t]/[invocation:#1]"), Set.of());
        resume.next("C");
        new RemainingInvocations(supervisor, resume).limit(new Foreign());
        assertEquals(List.of(), supervisor.told);
    }

    private static final class Foreign extends AbstractTestDescriptor {
        Foreign() {
            super(UniqueId.parse("[engine:other]/[test:t]"), "foreign");
        }

        @Override
        public Type getType() {
            return Type.CONTAINER;
        }
    }
}
