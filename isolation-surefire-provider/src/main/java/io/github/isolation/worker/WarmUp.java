package io.github.isolation.worker;

import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs one test of ours in a worker that waits to be used, so that JUnit is loaded and has run before the first class comes.
 *
 * <p>In a launcher of its own, which takes nothing from the class path: no listener, engine or extension of the user's hears
 * of it, and nothing of it reaches Maven.
 */
final class WarmUp {
    /** What {@code junit-platform.properties} may say and must not mean here. */
    private static final Map<String, String> NOTHING_OF_THE_USERS = Map.of(
            "junit.jupiter.extensions.autodetection.enabled", "false",
            "junit.jupiter.execution.parallel.enabled", "false",
            "junit.jupiter.displayname.generator.default", "",
            "junit.jupiter.testclass.order.default", "",
            "junit.jupiter.testmethod.order.default", "");

    /** What Surefire's launcher will look for on the class path. */
    private static final List<String> SERVICES = List.of(
            "org.junit.platform.launcher.LauncherSessionListener",
            "org.junit.platform.launcher.LauncherDiscoveryListener",
            "org.junit.platform.launcher.PostDiscoveryFilter",
            "org.junit.platform.launcher.TestExecutionListener",
            "org.junit.platform.engine.TestEngine");

    private WarmUp() {}

    static void run() {
        try {
            SERVICES.forEach(WarmUp::look);
            LauncherConfig.Builder config = LauncherConfig.builder().addTestEngines(new JupiterTestEngine());
            NewerJUnit.takeNothingElse(config);
            LauncherFactory.create(config.build())
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(DiscoverySelectors.selectClass(WarmUpTest.class))
                                    .configurationParameters(NOTHING_OF_THE_USERS)
                                    .build(),
                            listeners());
        } catch (LinkageError | ServiceConfigurationError | RuntimeException e) {
            // No Jupiter here, or one of another shape, or a service that cannot be loaded, which JUnit will say:
            // the first class comes to a cold worker, which works as well.
        }
    }

    /** Finds the classes that offer a service, and makes none of them. */
    private static void look(String service) {
        try {
            ServiceLoader.load(Class.forName(service)).stream().forEach(found -> {});
        } catch (ClassNotFoundException e) {
            // This JUnit is older than that service, and will not look for it either.
        }
    }

    private static TestExecutionListener[] listeners() {
        try {
            return new TestExecutionListener[] {WarmUpListener.listener()};
        } catch (ReflectiveOperationException | RuntimeException e) {
            return new TestExecutionListener[0]; // a Surefire of another shape
        }
    }
}
