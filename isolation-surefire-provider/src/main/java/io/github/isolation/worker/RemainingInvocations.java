package io.github.isolation.worker;

import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import java.lang.reflect.Field;
import org.junit.platform.engine.TestDescriptor;

/**
 * Leaves out the invocations of a parameterized, repeated or dynamic test that have a result already. Jupiter has no public
 * way to do that; it does have, since 5.1, a filter in the descriptor of such a test, which we replace. Found by type, so
 * it survives renaming; if there is none, one line says that all invocations run again.
 */
final class RemainingInvocations {
    private final ToSupervisor supervisor;
    private final Resume resume;

    RemainingInvocations(ToSupervisor supervisor, Resume resume) {
        this.supervisor = supervisor;
        this.resume = resume;
    }

    /** Of a test that was discovered and is to run; without effect on any that has no such filter. */
    void limit(TestDescriptor test) {
        boolean divided = resume.dividesWhatIsBelow(test.getUniqueId().toString());
        if (!divided || !test.getClass().getName().startsWith("org.junit.jupiter.")) {
            return;
        }
        try {
            Class<?> filterType = Class.forName(
                    "org.junit.jupiter.engine.descriptor.DynamicDescendantFilter",
                    false,
                    test.getClass().getClassLoader());
            for (Class<?> type = test.getClass(); type != null; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (field.getType() == filterType) {
                        field.setAccessible(true);
                        field.set(test, new UnfinishedFilter(resume));
                    }
                }
            }
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            warn(test, e);
        }
    }

    private void warn(TestDescriptor test, Throwable reason) {
        supervisor.tell(new Logged(
                LogLevel.WARNING,
                "isolation: " + test.getDisplayName() + " is resumed, and this version of JUnit gives no"
                        + " way to leave out its invocations that have run: they run again (" + reason + ")",
                null));
    }
}
