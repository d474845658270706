package io.github.isolation.worker;

import io.github.isolation.TimeLimit;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Invocations;
import io.github.isolation.protocol.PlannedTest;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Tells the supervisor what there is to run in a class, and how long it may take, before it runs. */
final class Announcement {
    /** A class may have more tests than fit into a frame. */
    private static final int TESTS_AT_A_TIME = 4_000;

    private final ToSupervisor supervisor;
    private final Guard guard;
    private final MisplacedAnnotations misplaced;

    Announcement(ToSupervisor supervisor, Resume resume, Guard guard) {
        this.supervisor = supervisor;
        this.guard = guard;
        this.misplaced = new MisplacedAnnotations(supervisor, resume, guard);
    }

    /** Of these classes. Without lambdas here: linking one takes a new JVM half a millisecond. */
    void of(TestPlan plan, List<TestIdentifier> topLevel) {
        List<PlannedTest> tests = new ArrayList<>();
        for (TestIdentifier top : topLevel) {
            addPlanned(plan, top, tests);
            for (TestIdentifier below : plan.getDescendants(top)) {
                addPlanned(plan, below, tests);
                misplaced.look(below);
            }
        }
        for (int from = 0; from == 0 || from < tests.size(); from += TESTS_AT_A_TIME) {
            int to = Math.min(tests.size(), from + TESTS_AT_A_TIME);
            supervisor.tell(new Event.Planned(List.copyOf(tests.subList(from, to))));
        }
        for (TestIdentifier top : topLevel) {
            misplaced.lookAbove(top);
            TimeLimit limit = annotation(top, TimeLimit.class);
            if (limit != null) {
                supervisor.tell(timeLimited(limit));
            }
        }
    }

    /** Of a test that came up late, if a replacement could not find it again by itself. */
    void late(TestPlan plan, TestIdentifier test) {
        String id = test.getUniqueId();
        if (Invocations.around(id) != null && !isFrame(id)) {
            String name = Invocations.name(test.getLegacyReportingName(), id);
            PlannedTest late = new PlannedTest(id, source(plan, test), name, !test.isTest());
            supervisor.tell(new Event.Planned(List.of(late)));
        }
    }

    /** What stands on the class of a test or container; null if nothing does, or nobody can tell. */
    <A extends Annotation> @Nullable A annotation(TestIdentifier test, Class<A> type) {
        try {
            return test.getSource().orElse(null) instanceof ClassSource source
                    ? source.getJavaClass().getAnnotation(type)
                    : null;
        } catch (RuntimeException | Error e) {
            guard.failed("read an annotation", e);
            return null; // an engine may name a class that cannot be loaded, or an annotation beside ours one
        }
    }

    /** The class that a container stands for; null if it stands for none. */
    static @Nullable String className(TestIdentifier test) {
        return test.getSource().orElse(null) instanceof ClassSource source ? source.getClassName() : null;
    }

    /** The class that a container stands for, or that a test is a method of; null if there is none. */
    static @Nullable String classOf(TestIdentifier test) {
        return test.getSource().orElse(null) instanceof MethodSource source ? source.getClassName() : className(test);
    }

    /** The method that a test is; empty if it is none. */
    static String methodOf(TestIdentifier test) {
        return test.getSource().orElse(null) instanceof MethodSource source ? source.getMethodName() : "";
    }

    private static void addPlanned(TestPlan plan, TestIdentifier test, List<PlannedTest> tests) {
        // A container with nothing in it is there because tests come up in it while it runs.
        if (test.isTest() || plan.getChildren(test).isEmpty()) {
            String name = className(test) != null ? PlannedTest.NO_NAME : name(test);
            tests.add(new PlannedTest(test.getUniqueId(), source(plan, test), name, !test.isTest()));
        }
    }

    /** Holds tests that are told one by one. */
    private static boolean isFrame(String id) {
        String segment = id.substring(id.lastIndexOf('/') + 1);
        return segment.startsWith("[class-template-invocation:") || segment.startsWith("[nested-class:");
    }

    private static Event timeLimited(TimeLimit limit) {
        return new Event.TimeLimited(
                limit.unit().toMillis(limit.perTest()), limit.unit().toMillis(limit.perClass()));
    }

    /** Surefire files a test under the outermost class it is in. */
    private static @Nullable String source(TestPlan plan, TestIdentifier test) {
        String outermost = null;
        for (TestIdentifier at = test; at != null; at = plan.getParent(at).orElse(null)) {
            String own = className(at);
            outermost = own == null ? outermost : own;
        }
        return outermost;
    }

    /** Of a test that has come up and is not begun. */
    static PlannedTest upcoming(TestDescriptor test) {
        String outermost = null;
        for (TestDescriptor at = test; at != null; at = at.getParent().orElse(null)) {
            outermost = at.getSource().orElse(null) instanceof ClassSource source ? source.getClassName() : outermost;
        }
        return new PlannedTest(test.getUniqueId().toString(), outermost, test.getLegacyReportingName(), !test.isTest());
    }

    /** Surefire's name of a method: {@code m} without parameters, {@code m{int}} with. */
    private static String name(TestIdentifier test) {
        String name = test.getLegacyReportingName();
        return name.endsWith("()")
                ? name.substring(0, name.length() - 2)
                : name.replace('(', '{').replace(')', '}');
    }
}
