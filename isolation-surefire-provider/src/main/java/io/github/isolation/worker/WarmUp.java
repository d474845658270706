package io.github.isolation.worker;

import java.util.Map;
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
            "junit.jupiter.testmethod.order.default", "",
            "junit.jupiter.testinstance.lifecycle.default", "per_method");

    private WarmUp() {}

    static void run() {
        try {
            LauncherConfig config = LauncherConfig.builder()
                    .enableTestEngineAutoRegistration(false)
                    .enableTestExecutionListenerAutoRegistration(false)
                    .enableLauncherSessionListenerAutoRegistration(false)
                    .enableLauncherDiscoveryListenerAutoRegistration(false)
                    .enablePostDiscoveryFilterAutoRegistration(false)
                    .addTestEngines(new JupiterTestEngine())
                    .build();
            LauncherFactory.create(config)
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(DiscoverySelectors.selectClass(WarmUpTest.class))
                                    .configurationParameters(NOTHING_OF_THE_USERS)
                                    .build(),
                            listeners());
        } catch (LinkageError | RuntimeException e) {
            // No Jupiter here, or one of another shape: the first class comes to a cold worker, which works as well.
        }
    }

    private static TestExecutionListener[] listeners() {
        try {
            return new TestExecutionListener[] {Rehearsal.listener()};
        } catch (ReflectiveOperationException | RuntimeException e) {
            return new TestExecutionListener[0]; // a Surefire of another shape
        }
    }
}
