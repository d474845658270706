package io.github.isolation.worker;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/**
 * The arguments of invocations whose names do not show them, as in {@code @ParameterizedTest(name = "works")}: without them
 * nobody could tell in another JVM which of the invocations is which. JUnit tells no listener about arguments, so they are
 * read from its descriptors, by type and not by name; where there are none to be read, invocations of one name are told apart
 * by their order, as ever.
 */
final class Arguments {
    /** {@code ParameterizedTest} and {@code ParameterizedClass}; whether they are on the class path is not our business. */
    private static final String PARAMETERIZED = "org.junit.jupiter.params.Parameterized";

    /** What a name shows arguments by; the default does. */
    private static final Pattern SHOWS_ARGUMENTS = Pattern.compile(
            "\\{(index|arguments|argumentsWithNames|argumentSetNameOrArgumentsWithNames|default_display_name)}");

    /** Looking for an invocation takes as long as there are invocations before it. */
    private static final int MOST = 2_000;

    private static final Map<String, TestDescriptor> TEMPLATES = new ConcurrentHashMap<>();

    private Arguments() {}

    /** A test or container was discovered: if its invocations will not show their arguments, they are looked at later. */
    static void discovered(TestDescriptor test) {
        try {
            if (test.mayRegisterTests() && hidesArguments(test)) {
                TEMPLATES.put(test.getUniqueId().toString(), test);
            }
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            // An annotation that cannot be read: JUnit will say so.
        }
    }

    /** The plan is over. */
    static void forget() {
        TEMPLATES.clear();
    }

    /** Those of an invocation that has begun, in words; null if its name shows them, or if there is no way to tell. */
    static @Nullable String of(String invocation) {
        if (TEMPLATES.isEmpty()) {
            return null;
        }
        TestDescriptor template = TEMPLATES.get(invocation.substring(0, Math.max(0, invocation.lastIndexOf('/'))));
        if (template == null || template.getChildren().size() > MOST) {
            return null;
        }
        try {
            for (TestDescriptor child : template.getChildren()) {
                if (child.getUniqueId().toString().equals(invocation)) {
                    Object context = field(child, "InvocationContext");
                    Object[] arguments = context == null ? null : arguments(context);
                    return arguments == null ? null : Arrays.deepToString(arguments);
                }
            }
        } catch (ReflectiveOperationException | RuntimeException | LinkageError | StackOverflowError e) {
            // JUnit of another shape, or an argument that cannot be put into words.
        }
        return null;
    }

    private static boolean hidesArguments(TestDescriptor test) throws ReflectiveOperationException {
        Object source = test.getSource().orElse(null);
        AnnotatedElement element = source instanceof MethodSource method
                ? NewerJUnit.method(method)
                : source instanceof ClassSource type ? type.getJavaClass() : null;
        String name = element == null ? null : name(element, 2);
        return name != null && !SHOWS_ARGUMENTS.matcher(name).find();
    }

    /** The pattern of its invocations' names, from its own annotations or from those of its annotations. */
    private static @Nullable String name(AnnotatedElement element, int depth) throws ReflectiveOperationException {
        for (Annotation annotation : element.getAnnotations()) {
            Class<? extends Annotation> type = annotation.annotationType();
            if (type.getName().startsWith(PARAMETERIZED)) {
                return String.valueOf(type.getMethod("name").invoke(annotation));
            }
            String above = depth == 0 || type.getName().startsWith("java.") ? null : name(type, depth - 1);
            if (above != null) {
                return above;
            }
        }
        return null;
    }

    private static Object @Nullable [] arguments(Object context) throws ReflectiveOperationException {
        Object own = field(context, "Object;");
        if (own instanceof Object[] all) {
            return all;
        }
        Object set = field(context, "ArgumentSet");
        return set != null && field(set, "Object;") instanceof Object[] all ? all : null;
    }

    /** The first field whose type has a name that ends like this; null if there is none, or nothing in it. */
    private static @Nullable Object field(Object object, String typeEnding) throws ReflectiveOperationException {
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getType().getName().endsWith(typeEnding)) {
                    field.setAccessible(true);
                    return field.get(object);
                }
            }
        }
        return null;
    }
}
