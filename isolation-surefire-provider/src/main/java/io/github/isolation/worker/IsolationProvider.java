package io.github.isolation.worker;

import io.github.isolation.audit.AuditedTests;
import io.github.isolation.fork.AtStart;
import io.github.isolation.fork.Notices;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.settings.SettingNames;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.surefire.api.provider.AbstractProvider;
import org.apache.maven.surefire.api.provider.ProviderParameters;
import org.apache.maven.surefire.api.provider.SurefireProvider;
import org.apache.maven.surefire.api.report.ReporterException;
import org.apache.maven.surefire.api.suite.RunResult;
import org.apache.maven.surefire.api.testset.TestSetFailedException;
import org.apache.maven.surefire.api.util.ScanResult;
import org.apache.maven.surefire.api.util.TestsToRun;

/**
 * Stands where the worker's booter expects its provider, and delegates to the one Surefire chose, so that engines, filters
 * and names are Surefire's.
 */
public final class IsolationProvider extends AbstractProvider {
    /** The provider property that names the provider Surefire chose. */
    public static final String DELEGATE = "isolation.delegate";

    /** The provider property that asks for the classes in the user's run order before anything runs. */
    public static final String TELL_ORDER = "isolation.tellOrder";

    /** The provider property of a worker that is started ahead: it has time to warm up. */
    public static final String WARM_UP = "isolation.warmUp";

    /**
     * The provider property of a worker that makes an archive, or that waits to be used: a file that names classes, one in a
     * line, which it loads.
     */
    public static final String LOADS = "isolation.loads";

    /** The provider property with what {@code surefire.real.class.path} is without us. */
    public static final String REAL_CLASS_PATH = "isolation.realClassPath";

    /** The provider property that is {@code true} in the first worker of an execution. */
    public static final String FIRST = "isolation.first";

    /** The provider property that is {@code true} where several classes may share a plan. */
    public static final String SHARES_PLANS = "isolation.sharesPlans";

    private final ProviderParameters parameters;
    private final WorkerSession session;
    private final SurefireProvider delegate;

    /** Called by the booter, in a worker, when it has opened the channel. */
    public IsolationProvider(ProviderParameters parameters) throws ReflectiveOperationException {
        this(parameters, sessionOfThisJvm());
    }

    IsolationProvider(ProviderParameters parameters, WorkerSession session) throws ReflectiveOperationException {
        this.parameters = parameters;
        this.session = session;
        this.delegate = newDelegate(parameters);
        session.execution().begin(parameters.getProviderProperties());
        String name = delegate.getClass().getName();
        String realClassPath = parameters.getProviderProperties().get(REAL_CLASS_PATH);
        if (realClassPath != null) {
            System.setProperty("surefire.real.class.path", realClassPath);
        }
        ToSupervisor supervisor = session.supervisor();
        Notices.listen(line -> supervisor.tell(new Event.Logged(LogLevel.INFO, line, null)));
        Notices.listenToWaits((what, millis) -> supervisor.tell(new Event.Waited(what, millis)));
        if (session.settings().crossForkLocks() && !name.contains("junitplatform")) {
            supervisor.tell(new Event.Logged(
                    LogLevel.WARNING,
                    "isolation: crossForkLocks is without effect here, because no JUnit Platform runs the tests ("
                            + name + "); Isolation.lock(name) works everywhere",
                    null));
        }
        if (!name.contains("junitplatform")
                && !AtStart.property(SettingNames.AUDIT, "").isBlank()) {
            supervisor.tell(new Event.Logged(
                    LogLevel.WARNING,
                    "isolation: the audit does not know which test runs here, because no JUnit Platform runs the tests ("
                            + name + "), so it finds nothing",
                    null));
            new AuditedTests(session.guard()::failed).nobodyTells("no JUnit Platform runs the tests (" + name + ")");
        }
        if (name.endsWith("JUnitPlatformProvider")) {
            OldLauncher.help(delegate, session);
        }
        SelfCheck.run(session.places(), supervisor);
        new ExitWatch(supervisor, session.guard()).begin();
    }

    private static WorkerSession sessionOfThisJvm() {
        WorkerSession session = WorkerSession.current();
        if (session == null) {
            throw new IllegalStateException(
                    "isolation: Surefire's booter made this provider in another class loader than the"
                            + " channel it talks through, or without one, so nothing of the tests would come to the supervisor."
                            + " Please report this, with the options of this JVM; isolation.skip runs the tests without us.");
        }
        return session;
    }

    @Override
    public Iterable<Class<?>> getSuites() {
        return delegate.getSuites();
    }

    @Override
    public RunResult invoke(Object forkTestSet)
            throws TestSetFailedException, ReporterException, InvocationTargetException {
        session.testThread().begin();
        if (Boolean.parseBoolean(parameters.getProviderProperties().get(TELL_ORDER))) {
            session.supervisor().tell(new Event.Ordered(order()));
        }
        if (Boolean.parseBoolean(parameters.getProviderProperties().get(WARM_UP))) {
            WarmUp.run();
        }
        String listed = parameters.getProviderProperties().get(LOADS);
        if (listed != null) {
            ListedClasses.load(Path.of(listed), parameters.getTestClassLoader());
        }
        return forkTestSet instanceof TestsToRun classes
                ? discovery().run(delegate, classes)
                : delegate.invoke(forkTestSet);
    }

    private Discovery discovery() {
        return new Discovery(
                session.supervisor(),
                session.resume(),
                session.sharedPlan(),
                session.testThread(),
                session.discoveryErrors());
    }

    private static SurefireProvider newDelegate(ProviderParameters parameters) throws ReflectiveOperationException {
        String name = parameters.getProviderProperties().get(DELEGATE);
        Class<?> type = Class.forName(name, true, parameters.getTestClassLoader());
        return (SurefireProvider) type.getConstructor(ProviderParameters.class).newInstance(parameters);
    }

    /**
     * As the provider computes it, which has to load all classes for that. By one of its own: that of JUnit 4 would run them
     * all at once afterwards, whatever it is handed.
     */
    private List<String> order() {
        List<String> names = new ArrayList<>();
        try {
            newDelegate(parameters).getSuites().forEach(suite -> names.add(suite.getName()));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            names.clear();
            ScanResult scanned = parameters.getScanResult();
            for (int i = 0; i < scanned.size(); i++) {
                names.add(scanned.getClassName(i));
            }
            session.supervisor()
                    .tell(new Event.Logged(
                            LogLevel.WARNING,
                            "isolation: the classes cannot be brought into their run order, because one of them cannot be loaded ("
                                    + e + "); they run as they were found.",
                            null));
        }
        return names;
    }
}
