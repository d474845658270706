package io.github.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.FieldAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Everything of JUnit that our classes name is there in the oldest version that we claim to run with. What is newer is called
 * by name, where it is there. The build puts the jars of that version into {@code target/junit-oldest}.
 */
class JUnitLinksTest {
    private static final Path OLDEST = Path.of("target", "junit-oldest");

    /** Asks before it uses what is newer. */
    private static final String ASKS = "io.github.isolation.worker.NewerJUnit";

    /** An older Jupiter calls the other method of that name, and never looks at this one. */
    private static final String NEVER_LOOKED_AT =
            "io.github.isolation.junit.FixtureExtension names org.junit.jupiter.api.extension.DynamicTestInvocationContext";

    /** How many different members of JUnit we call, at least: with none, there would be nothing wrong either. */
    private static final int SOME = 40;

    @Test
    void whatWeCallIsThereInTheOldestJUnit() throws IOException {
        JavaClasses ours = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("io.github.isolation");
        TreeSet<String> found = new TreeSet<>();
        TreeSet<String> missing = new TreeSet<>();
        try (URLClassLoader oldest = new URLClassLoader(jars(), ClassLoader.getPlatformClassLoader())) {
            for (JavaClass one : ours) {
                if (one.getName().equals(ASKS)) {
                    continue;
                }
                for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                    String type =
                            dependency.getTargetClass().getBaseComponentType().getName();
                    if (isJUnit(type)) {
                        (isThere(oldest, type) ? found : missing).add(one.getName() + " names " + type);
                    }
                }
                for (JavaAccess<?> access : one.getAccessesFromSelf()) {
                    if (isJUnit(access.getTargetOwner().getName())) {
                        (isThere(oldest, access) ? found : missing).add(access.getDescription());
                    }
                }
            }
        }
        assertTrue(missing.remove(NEVER_LOOKED_AT), "no exception is needed any more");
        assertEquals("", String.join("\n", missing));
        assertTrue(found.size() > SOME, found::toString);
    }

    private static URL[] jars() throws IOException {
        List<URL> jars = new ArrayList<>();
        try (Stream<Path> files = Files.list(OLDEST)) {
            for (Path file : files.toList()) {
                jars.add(url(file));
            }
        }
        return jars.toArray(new URL[0]);
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }

    private static boolean isJUnit(String className) {
        return className.startsWith("org.junit.");
    }

    private static boolean isThere(ClassLoader oldest, String type) {
        try {
            Class.forName(type, false, oldest);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static boolean isThere(ClassLoader oldest, JavaAccess<?> access) {
        try {
            Class<?> owner = Class.forName(access.getTargetOwner().getName(), false, oldest);
            return isThere(owner, access);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** As a JVM looks for it: in the class, and above it. */
    private static boolean isThere(Class<?> owner, JavaAccess<?> access) {
        Stream<String> declared = access.getTarget() instanceof FieldAccessTarget
                ? Arrays.stream(owner.getDeclaredFields())
                        .map(field -> field.getName() + " " + field.getType().getName())
                : Stream.concat(
                        Arrays.stream(owner.getDeclaredMethods())
                                .map(method ->
                                        text(method.getName(), method.getParameterTypes(), method.getReturnType())),
                        Arrays.stream(owner.getDeclaredConstructors())
                                .map(made -> text("<init>", made.getParameterTypes(), void.class)));
        return declared.anyMatch(text(access)::equals) || above(owner).anyMatch(type -> isThere(type, access));
    }

    private static Stream<Class<?>> above(Class<?> type) {
        Stream<Class<?>> superclass = Stream.ofNullable(type.getSuperclass());
        return Stream.concat(superclass, Arrays.stream(type.getInterfaces()));
    }

    private static String text(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget called
                ? called.getName()
                        + names(called.getRawParameterTypes().stream().map(JavaClass::getName))
                        + called.getRawReturnType().getName()
                : access.getName() + " "
                        + ((FieldAccessTarget) access.getTarget()).getRawType().getName();
    }

    private static String text(String name, Class<?>[] parameters, Class<?> result) {
        return name + names(Arrays.stream(parameters).map(Class::getName)) + result.getName();
    }

    private static String names(Stream<String> parameters) {
        return parameters.toList().toString();
    }
}
