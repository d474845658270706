package io.github.isolation.junit;

import io.github.isolation.Isolation;
import io.github.isolation.fork.AtStart;
import io.github.isolation.fork.ForkProperties;
import java.io.File;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.TestAbortedException;

/**
 * Fills parameters and fields that ask for a {@link Fixture}. A copy is remembered where it belongs, in the store of a test
 * or of a class, and removed when Jupiter closes that store.
 */
public final class FixtureExtension
        implements ParameterResolver, BeforeAllCallback, BeforeEachCallback, AfterEachCallback, InvocationInterceptor {
    private static final Namespace NAMESPACE = Namespace.create(FixtureExtension.class);
    private static final String FAILED = "failed";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.isAnnotated(Fixture.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Fixture wish = parameter.findAnnotation(Fixture.class).orElseThrow();
        return typed(wish, context, parameter.getParameter().getType(), parameter.getParameter());
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IllegalAccessException {
        for (Field field : fields(context.getRequiredTestClass(), true)) {
            fill(field, null, context);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IllegalAccessException {
        for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
            for (Field field : fields(instance.getClass(), false)) {
                fill(field, instance, context);
            }
        }
    }

    /** What a class shares is kept if any of its tests failed. */
    @Override
    public void afterEach(ExtensionContext context) {
        if (hasFailedItself(context)) {
            topLevel(context).getStore(NAMESPACE).put(FAILED + topLevel(context).getUniqueId(), true);
        }
    }

    /** A dynamic test that fails has failed its factory, and their class, which do not hear of it. */
    @Override
    public void interceptDynamicTest(
            Invocation<@Nullable Void> test, DynamicTestInvocationContext invocation, ExtensionContext context)
            throws Throwable {
        interceptDynamicTest(test, context);
    }

    /** What Jupiter before 5.8 calls; it is gone in 6. */
    @SuppressWarnings("deprecation")
    public void interceptDynamicTest(Invocation<@Nullable Void> test, ExtensionContext context) throws Throwable {
        try {
            test.proceed();
        } catch (TestAbortedException e) {
            throw e;
        } catch (Throwable e) {
            for (ExtensionContext at = context;
                    at.getParent().isPresent();
                    at = at.getParent().get()) {
                at.getStore(NAMESPACE).put(FAILED + at.getUniqueId(), true);
            }
            throw e;
        }
    }

    private static List<Field> fields(Class<?> type, boolean ofTheClass) {
        return AnnotationSupport.findAnnotatedFields(
                type,
                Fixture.class,
                field -> Modifier.isStatic(field.getModifiers()) == ofTheClass,
                HierarchyTraversalMode.TOP_DOWN);
    }

    private static void fill(Field field, @Nullable Object instance, ExtensionContext context)
            throws IllegalAccessException {
        if (Modifier.isFinal(field.getModifiers())) {
            throw new ExtensionConfigurationException(field + " is final, so no fixture can be put into it");
        }
        Fixture wish = AnnotationSupport.findAnnotation(field, Fixture.class).orElseThrow();
        // JUnit makes what it reads accessible. Where tests are in a module, that is open to JUnit, and need not be to
        // us.
        ReflectionSupport.tryToReadFieldValue(field, instance);
        if (!field.canAccess(instance)) {
            field.setAccessible(true);
        }
        field.set(instance, typed(wish, context, field.getType(), field));
    }

    private static Object typed(Fixture wish, ExtensionContext context, Class<?> type, AnnotatedElement place) {
        if (type != Path.class && type != File.class) {
            throw new ExtensionConfigurationException("a fixture is a Path or a File, not a " + type.getName() + ": "
                    + place + ", @Fixture(\"" + wish.value() + "\")");
        }
        Path path = path(wish, context, place);
        return type == Path.class ? path : path.toFile();
    }

    private static Path path(Fixture wish, ExtensionContext context, AnnotatedElement place) {
        return switch (wish.scope()) {
            case CACHE -> Isolation.cachedFixture(wish.value());
            case FORK -> Isolation.fixture(wish.value());
            case CLASS -> copy(wish, topLevel(context));
            case TEST -> {
                if (context.getTestMethod().isEmpty()) {
                    throw new ExtensionConfigurationException(
                            place + " lives longer than a test; write @Fixture(value = \"" + wish.value()
                                    + "\", scope = Scope.CLASS), or ask for it in the test or in @BeforeEach");
                }
                yield copy(wish, context);
            }
        };
    }

    private static Path copy(Fixture wish, ExtensionContext owner) {
        boolean keep = wish.keepOnFailure() || AtStart.flag(ForkProperties.KEEP_ON_FAILURE);
        return owner.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        wish.scope() + " " + wish.value(),
                        key -> FixtureCopy.make(wish.value(), owner, () -> keep && hasFailed(owner)),
                        FixtureCopy.class)
                .path();
    }

    private static boolean hasFailed(ExtensionContext owner) {
        // With its own id, because the store of a test also shows what is in that of its class: the failure of another
        // test.
        return hasFailedItself(owner) || owner.getStore(NAMESPACE).get(FAILED + owner.getUniqueId()) != null;
    }

    private static boolean hasFailedItself(ExtensionContext context) {
        return context.getExecutionException()
                .filter(exception -> !(exception instanceof TestAbortedException))
                .isPresent();
    }

    private static ExtensionContext topLevel(ExtensionContext context) {
        ExtensionContext at = context;
        while (at.getParent().flatMap(ExtensionContext::getTestClass).isPresent()) {
            at = at.getParent().get();
        }
        return at;
    }
}
