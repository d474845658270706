package io.github.isolation.worker;

import io.github.isolation.audit.AuditedTests;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.maven.surefire.api.booter.ForkingReporterFactory;
import org.apache.maven.surefire.api.booter.MasterProcessChannelEncoder;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * A launcher of the JUnit Platform's, as Surefire has one in a worker: with our filter, our listener, and, if that is asked for,
 * Surefire's own. It takes nothing from the class path, where those of the worker are that runs these tests.
 */
final class Launched {
    private static final String SUREFIRE = "org.apache.maven.surefire.junitplatform.RunListenerAdapter";

    private static final Logger LISTENERS =
            Logger.getLogger("org.junit.platform.launcher.core.CompositeTestExecutionListener");

    private final WorkerSession session;
    private final List<TestExecutionListener> listeners = new ArrayList<>();
    private TestEngine engine = new JupiterTestEngine();
    private final Map<String, String> configuration = new HashMap<>();
    private String parallel = "false";
    private AuditedTests audit;

    private Launched(WorkerSession session) {
        this.session = session;
    }

    static Launched in(WorkerSession session) {
        return new Launched(session);
    }

    /** Surefire's listener reports to this. */
    Launched reportingTo(MasterProcessChannelEncoder encoder) throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName(SUREFIRE).getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        listeners.add((TestExecutionListener)
                constructor.newInstance(new ForkingReporterFactory(false, encoder).createTestReportListener()));
        return this;
    }

    /** With an audit, which hears of the tests as well. */
    Launched auditedBy(AuditedTests tests) {
        audit = tests;
        return this;
    }

    /** This one hears it as well. */
    Launched heardBy(TestExecutionListener listener) {
        listeners.add(listener);
        return this;
    }

    /** With a default of the user's. */
    Launched configured(String key, String value) {
        configuration.put(key, value);
        return this;
    }

    /** With another engine than Jupiter. */
    Launched with(TestEngine other) {
        engine = other;
        return this;
    }

    Launched inParallel() {
        parallel = "true";
        return this;
    }

    /** Runs these classes in one plan. */
    void run(Class<?>... classes) {
        LauncherConfig.Builder config = LauncherConfig.builder()
                .addTestEngines(engine)
                .addPostDiscoveryFilters(new ResumeFilter(session))
                .addTestExecutionListeners(
                        audit == null ? new PlanListener(session) : new PlanListener(session, audit));
        NewerJUnit.takeNothingElse(config);
        Launcher launcher = LauncherFactory.create(config.build());
        Level level = LISTENERS.getLevel();
        LISTENERS.setLevel(Level.OFF); // what a fake throws where a JVM would end
        try {
            launcher.execute(request(classes), listeners.toArray(TestExecutionListener[]::new));
        } finally {
            LISTENERS.setLevel(level);
        }
    }

    private LauncherDiscoveryRequest request(Class<?>... classes) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .configurationParameters(configuration)
                .configurationParameter("junit.jupiter.execution.parallel.enabled", parallel)
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false");
        for (Class<?> one : classes) {
            request.selectors(DiscoverySelectors.selectClass(one));
        }
        return request.build();
    }
}
