package io.github.isolation.worker;

import static io.github.isolation.worker.Subjects.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.RetireRequest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestIdentifier;

/** Annotations of ours that stand where nobody reads them. */
class MisplacedAnnotationsTest {
    private final FakeConversation supervisor = new FakeConversation();
    private final WorkerSession session = new WorkerSession(supervisor, Sessions.plain());

    @Test
    void onANestedClassTheyAreWithoutEffect() {
        run(Subjects.Limited.class);
        String where = " of " + Subjects.Limited.Inner.class.getName()
                + " is without effect on a nested class; put it on the top-level class";
        assertEquals(List.of("isolation: @FreshWorker" + where, "isolation: @TimeLimit" + where), supervisor.lines());
    }

    @Test
    void aClassThatIsResumedHasBeenToldOf() {
        session.resume().narrow(Set.of(id(Subjects.Limited.class, "[method:only()]")), Set.of());
        run(Subjects.Limited.class);
        assertEquals(List.of(), supervisor.lines());
    }

    @Test
    void aGroupIsNotInherited() {
        run(Subjects.ThinksItIsGrouped.class);
        assertEquals(
                List.of("isolation: @SameFork of " + Subjects.Grouped.class.getName() + " is not inherited; put it on "
                        + Subjects.ThinksItIsGrouped.class.getName() + " itself"),
                supervisor.lines());
    }

    @Test
    void whereItBelongsNothingIsSaid() {
        run(Subjects.Grouped.class);
        run(Subjects.LastOfItsWorker.class);
        RetireRequest.take();
        assertEquals(List.of(), supervisor.lines());
    }

    @Test
    void aClassThatCannotBeLoadedIsALine() {
        MisplacedAnnotations misplaced = new MisplacedAnnotations(supervisor, session.resume(), session.guard());
        misplaced.look(TestIdentifier.from(new Found("[engine:e]/[class:p.A]/[nested-class:B]")));
        misplaced.lookAbove(TestIdentifier.from(new Found("[engine:e]/[class:p.A]")));
        assertEquals(1, supervisor.lines().size());
        assertTrue(supervisor.lines().get(0).contains("could not look for annotations"));
    }

    private void run(Class<?> type) {
        session.sharedPlan().handedOut(type.getName());
        Launched.in(session).run(type);
    }

    private static final class Found extends AbstractTestDescriptor {
        Found(String id) {
            super(UniqueId.parse(id), "found", missing());
        }

        private static TestSource missing() {
            return ClassSource.from("q.Missing");
        }

        @Override
        public TestDescriptor.Type getType() {
            return TestDescriptor.Type.CONTAINER;
        }
    }
}
