package io.github.isolation.worker;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.engine.descriptor.MethodBasedTestDescriptor;
import org.junit.jupiter.engine.execution.JupiterEngineExecutionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestDescriptor;

/**
 * Stands for a parameterized, repeated or dynamic test of a class that forks share, and is that test in all but one thing: if it is
 * asked to, it has its next invocations made before the first of them runs, tells of them, and runs those that nobody else has.
 * Apart, so that a worker without Jupiter never loads it.
 */
final class DivisibleTemplate extends StandIn {
    private static final String TEMPLATE = "org.junit.jupiter.engine.descriptor.TestTemplateTestDescriptor";
    private static final String FACTORY = "org.junit.jupiter.engine.descriptor.TestFactoryTestDescriptor";
    private static final String PARAMETERIZED = "org.junit.jupiter.params.ParameterizedTest";

    private final NotBegun notBegun;
    private final boolean mayBeAlike;

    private DivisibleTemplate(TestDescriptor descriptor, NotBegun notBegun, boolean mayBeAlike) {
        super(descriptor);
        this.notBegun = notBegun;
        this.mayBeAlike = mayBeAlike;
    }

    /**
     * What runs in place of a member of a class: itself, if its invocations stay together. That is so where others than Jupiter
     * make them, as extensions do that try tests again: how many come may depend on how the first one ends.
     */
    static TestDescriptor insteadOf(TestDescriptor member, NotBegun notBegun) {
        return isOne(member) ? new DivisibleTemplate(member, notBegun, isRepeated(member)) : member;
    }

    /** Whether the invocations of this test could run in several JVMs. */
    static boolean isOne(TestDescriptor test) {
        String type = test.getClass().getName();
        return type.equals(FACTORY) || (type.equals(TEMPLATE) && (isParameterized(test) || isRepeated(test)));
    }

    private static boolean isParameterized(TestDescriptor test) {
        Method method = method(test);
        try {
            Class<? extends Annotation> parameterized = Class.forName(
                            PARAMETERIZED, false, method.getDeclaringClass().getClassLoader())
                    .asSubclass(Annotation.class);
            return AnnotationSupport.isAnnotated(method, parameterized);
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** One that ends after so many failures counts them in one JVM. */
    private static boolean isRepeated(TestDescriptor test) {
        return AnnotationSupport.findAnnotation(method(test), RepeatedTest.class)
                .filter(repeated -> !NewerJUnit.endsAfterFailures(repeated))
                .isPresent();
    }

    private static Method method(TestDescriptor test) {
        return ((MethodBasedTestDescriptor) test).getTestMethod();
    }

    @Override
    public JupiterEngineExecutionContext execute(JupiterEngineExecutionContext context, DynamicTestExecutor executor)
            throws Exception {
        var invocations = new InvocationsAhead(getUniqueId().toString(), notBegun, executor, mayBeAlike);
        try {
            return super.execute(context, invocations);
        } finally {
            invocations.runRest(); // if there is something, it was to run before what has gone wrong since
        }
    }
}
