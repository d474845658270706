package io.github.isolation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A worker JVM belongs to the tests. What runs in it between two of them reads nothing that they can change: system
 * properties, the environment, defaults of the JVM, standard streams, the class loader of a thread. {@code AtStart} has read
 * it before.
 */
class WhatTestsCanChangeTest {
    private static final String[] IN_A_WORKER = {
        "io.github.isolation",
        "..isolation.worker..",
        "..isolation.fork..",
        "..isolation.once..",
        "..isolation.fixture..",
        "..isolation.junit..",
        "..isolation.protocol..",
        "..isolation.entry.."
    };

    /** Each with why it may. */
    private static final Set<String> MAY = Set.of(
            "io.github.isolation.fork.AtStart", // reads it, at the start
            "io.github.isolation.fork.Attempt", // tells tests; and other class loaders, where nothing else does
            "io.github.isolation.fork.Notices", // prints where no fork runs the tests
            "io.github.isolation.junit.FixtureCopy", // prints into the report of a test
            "io.github.isolation.worker.SelfCheck", // at the start: compares what was promised with what is
            "io.github.isolation.worker.IsolationProvider", // at the start: puts a property of Surefire's right
            "io.github.isolation.worker.WarmUp", // at the start: looks for services
            "io.github.isolation.worker.WorkerSession", // at the start: the environment
            "io.github.isolation.worker.BatchingCheck", // looks for services as JUnit has just done; a failure costs a
            // line
            "io.github.isolation.worker.NewerJUnit", // for BatchingCheck
            "io.github.isolation.protocol.Wording", // hexadecimal digits, which are the same everywhere
            "io.github.isolation.worker.TestThread", // mends the class loader of the thread
            "io.github.isolation.entry.Floor", // only below Java 17
            "io.github.isolation.entry.Channel"); // at the start, below Java 17

    private static final Set<String> PROPERTY_READERS =
            Set.of("java.lang.Integer.getInteger", "java.lang.Long.getLong", "java.lang.Boolean.getBoolean");

    private static final Set<String> OF_SYSTEM = Set.of(
            "getProperty",
            "getProperties",
            "setProperty",
            "clearProperty",
            "setProperties",
            "getenv",
            "out",
            "err",
            "in",
            "lineSeparator",
            "getSecurityManager",
            "console");

    private static final Set<String> DEFAULTS = Set.of(
            "java.util.Locale.getDefault",
            "java.nio.charset.Charset.defaultCharset",
            "java.util.TimeZone.getDefault",
            "java.time.ZoneId.systemDefault",
            "java.lang.Thread.getContextClassLoader",
            "java.lang.Thread.getDefaultUncaughtExceptionHandler");

    /** In the form without a locale or a charset. */
    private static final Set<String> WITH_DEFAULTS =
            Set.of("toLowerCase", "toUpperCase", "format", "formatted", "getBytes", "printf");

    static final ArchRule nobodyReadsBetweenTestsWhatTheyCanChange = noClasses()
            .that()
            .resideInAnyPackage(IN_A_WORKER)
            .and(DescribedPredicate.describe("have no reason", type -> !MAY.contains(outermost(type))))
            .should()
            .accessTargetWhere(DescribedPredicate.describe("tests can change it", WhatTestsCanChangeTest::isMutable));

    @TestFactory
    Stream<DynamicTest> rules() {
        return ArchRules.of(WhatTestsCanChangeTest.class);
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceAll("\\$.*", "");
    }

    private static boolean isMutable(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        String full = owner + "." + name;
        return (owner.equals("java.lang.System") && OF_SYSTEM.contains(name))
                || PROPERTY_READERS.contains(full)
                || DEFAULTS.contains(full)
                || (owner.equals("java.util.ServiceLoader")
                        && name.equals("load")
                        && parameters(access).size() == 1)
                || (owner.equals("java.lang.String") && WITH_DEFAULTS.contains(name) && takesDefaults(access));
    }

    private static boolean takesDefaults(JavaAccess<?> access) {
        return parameters(access).stream()
                .noneMatch(type -> type.isEquivalentTo(Locale.class) || type.isEquivalentTo(Charset.class));
    }

    private static List<JavaClass> parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target ? target.getRawParameterTypes() : List.of();
    }
}
