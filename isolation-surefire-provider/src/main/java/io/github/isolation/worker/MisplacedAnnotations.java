package io.github.isolation.worker;

import io.github.isolation.FreshWorker;
import io.github.isolation.SameFork;
import io.github.isolation.TimeLimit;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import java.lang.annotation.Annotation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestIdentifier;

/** Says where an annotation of ours stands on a class that nobody reads it from; not again of a class that is resumed. */
final class MisplacedAnnotations {
    private static final List<Class<? extends Annotation>> OF_TOP_LEVEL_CLASSES =
            List.of(FreshWorker.class, TimeLimit.class, SameFork.class);

    /** How Jupiter begins the part of an id that stands for a nested class. */
    private static final String NESTED = "[nested-class:";

    private static final String LOOK = "look for annotations that stand where nobody reads them";

    private final ToSupervisor supervisor;
    private final Resume resume;
    private final Guard guard;

    MisplacedAnnotations(ToSupervisor supervisor, Resume resume, Guard guard) {
        this.supervisor = supervisor;
        this.resume = resume;
        this.guard = guard;
    }

    /** A top-level class, whose superclasses may have what it does not inherit. */
    void lookAbove(TestIdentifier topLevel) {
        try {
            above(topLevel);
        } catch (RuntimeException | Error e) {
            guard.failed(LOOK, e);
        }
    }

    private void above(TestIdentifier topLevel) {
        Class<?> type = resume.isWhole() ? type(topLevel) : null;
        if (type == null || type.isAnnotationPresent(SameFork.class)) {
            return;
        }
        for (Class<?> above = type.getSuperclass(); above != null; above = above.getSuperclass()) {
            if (above.isAnnotationPresent(SameFork.class)) {
                tell(SameFork.class, above, "is not inherited; put it on " + type.getName() + " itself");
                return;
            }
        }
    }

    /** What is in a top-level class. */
    void look(TestIdentifier test) {
        try {
            within(test);
        } catch (RuntimeException | Error e) {
            guard.failed(LOOK, e);
        }
    }

    private void within(TestIdentifier test) {
        String id = test.getUniqueId();
        Class<?> type = id.startsWith(NESTED, id.lastIndexOf('/') + 1) && resume.isWhole() ? type(test) : null;
        if (type == null) {
            return;
        }
        for (Class<? extends Annotation> annotation : OF_TOP_LEVEL_CLASSES) {
            if (type.getDeclaredAnnotation(annotation) != null) {
                tell(annotation, type, "is without effect on a nested class; put it on the top-level class");
            }
        }
    }

    private static @Nullable Class<?> type(TestIdentifier test) {
        return test.getSource().orElse(null) instanceof ClassSource source ? source.getJavaClass() : null;
    }

    private void tell(Class<?> annotation, Class<?> on, String what) {
        String line = "isolation: @" + annotation.getSimpleName() + " of " + on.getName() + " " + what;
        supervisor.tell(new Logged(LogLevel.WARNING, line, null));
    }
}
