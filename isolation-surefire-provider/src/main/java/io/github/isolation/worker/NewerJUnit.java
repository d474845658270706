package io.github.isolation.worker;

import java.util.ServiceLoader;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node.DynamicTestExecutor;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

/**
 * What the JUnit Platform has learned since 1.6, the oldest that we work with, and what takes its place there. No other class
 * of ours may name anything newer, which JUnitLinksTest sees to. Each method here asks for one thing, by using it.
 */
final class NewerJUnit {
    /** Came with 1.6. */
    private static final String FLOOR = "org.junit.platform.launcher.LauncherDiscoveryListener";

    private NewerJUnit() {}

    /** Whether this JUnit Platform is older than any that we are tested with. */
    static boolean isBelowFloor() {
        try {
            Class.forName(FLOOR, false, NewerJUnit.class.getClassLoader());
            return false;
        } catch (ClassNotFoundException e) {
            return true;
        }
    }

    /** What the plan was configured with. Since 1.8 it says so itself; before, JUnit is asked for what it would read. */
    static ConfigurationParameters configuration(TestPlan plan, Execution execution) {
        try {
            return plan.getConfigurationParameters();
        } catch (NoSuchMethodError e) {
            return configuration(execution);
        }
    }

    /** What a plan would be configured with. */
    static ConfigurationParameters configuration(Execution execution) {
        return LauncherDiscoveryRequestBuilder.request()
                .configurationParameters(execution.junitConfiguration())
                .build()
                .getConfigurationParameters();
    }

    /** Nothing that the class path offers becomes part of this launcher, unless it is named. */
    static void takeNothingElse(LauncherConfig.Builder launcher) {
        launcher.enableTestEngineAutoRegistration(false).enableTestExecutionListenerAutoRegistration(false);
        try {
            launcher.enablePostDiscoveryFilterAutoRegistration(false); // 1.7
            launcher.enableLauncherSessionListenerAutoRegistration(false); // 1.8
            launcher.enableLauncherDiscoveryListenerAutoRegistration(false); // 1.8
        } catch (NoSuchMethodError e) {
            // One that is older looks for no such thing.
        }
    }

    /** Whether this class says in which order the classes in it run. */
    static boolean ordersClassesIn(Class<?> type) {
        try {
            return AnnotationSupport.isAnnotated(type, TestClassOrder.class);
        } catch (NoClassDefFoundError e) {
            return false; // Jupiter before 5.8
        }
    }

    /** Whether a test that comes up while others run can have a listener of its own. */
    static boolean executesWithListeners() {
        try {
            DynamicTestExecutor.class.getMethod("execute", TestDescriptor.class, EngineExecutionListener.class);
            return true; // 1.7
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    /** Whether this repeated test, after so many failures, is not repeated any more. */
    static boolean endsAfterFailures(RepeatedTest repeated) {
        try {
            Object threshold =
                    repeated.annotationType().getMethod("failureThreshold").invoke(repeated);
            return !Integer.valueOf(Integer.MAX_VALUE).equals(threshold);
        } catch (NoSuchMethodException e) {
            return false; // Jupiter before 5.10
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** Runs it now, and tells this listener; whoever has given us the executor waits for it. */
    static Future<?> execute(DynamicTestExecutor executor, TestDescriptor test, EngineExecutionListener listener) {
        return executor.execute(test, listener);
    }

    /** Whether a launcher looks for filters on the class path, as they do since 1.7. */
    static boolean findsFilters() {
        try {
            return LauncherConfig.builder().build().isPostDiscoveryFilterAutoRegistrationEnabled();
        } catch (NoSuchMethodError | NoClassDefFoundError e) {
            return false;
        }
    }

    /** Whether somebody else than JUnit itself listens to sessions, which are there since 1.8. */
    static boolean hasSessionListeners() {
        try {
            return ServiceLoader.load(LauncherSessionListener.class).stream()
                    .anyMatch(listener -> !listener.type().getName().startsWith("org.junit."));
        } catch (NoClassDefFoundError e) {
            return false;
        }
    }
}
