package io.github.isolation.surefire;

import io.github.isolation.audit.AuditedRun;
import io.github.isolation.fork.AtStart;
import io.github.isolation.process.Blueprint;
import io.github.isolation.protocol.Endpoint;
import io.github.isolation.queue.QueueAddress;
import io.github.isolation.settings.Configuration;
import io.github.isolation.settings.Isolate;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.settings.Wiring;
import io.github.isolation.supervisor.ForkSite;
import io.github.isolation.supervisor.ForkSites;
import io.github.isolation.supervisor.Launch;
import io.github.isolation.supervisor.Launches;
import io.github.isolation.supervisor.core.PlanSharing;
import io.github.isolation.supervisor.core.Settings;
import io.github.isolation.worker.IsolationProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * A worker is this fork's own command line started again, with the user's JVM options, our channel in place of Surefire's,
 * and our provider in place of the one Surefire chose, which it delegates to.
 */
final class WorkerBlueprint implements Blueprint {
    private final Booter booter;
    private final Configuration configuration;
    private final ForkSites sites;
    private final Launches launches;
    private final boolean tellOrder;
    private final boolean sharesPlans;
    private final JvmOptions jvmOptions;
    private final Optional<AuditedRun> audit;

    WorkerBlueprint(
            Booter booter,
            Configuration configuration,
            ForkSites sites,
            Launches launches,
            Settings settings,
            JvmOptions jvmOptions,
            Optional<AuditedRun> audit) {
        this.booter = booter;
        this.configuration = configuration;
        this.sites = sites;
        this.launches = launches;
        this.tellOrder = settings.orderFromWorker();
        this.sharesPlans = settings.sharing() != PlanSharing.NONE;
        this.jvmOptions = jvmOptions;
        this.audit = audit;
    }

    @Override
    public ProcessBuilder prepare(int serial, int fork, boolean spare, Endpoint endpoint) throws IOException {
        // The directory is still another worker's, if this is a spare; it is restored when that one has ended.
        ForkSite site = spare ? sites.look(fork) : sites.prepare(fork);
        boolean fromArchive = jvmOptions.startsFromArchive(audit.isPresent());
        Launch launch = launches.begin(serial, fromArchive);
        Path properties = booter.store(properties(endpoint, launch.first(), spare, fromArchive));
        Isolate isolate = configuration.isolate();
        WorkerEnvironment surroundings =
                new WorkerEnvironment(isolate, site, isolate.tmpdir() ? sites.temporaryDirectory(site) : null);
        Properties ofTheWorker = systemProperties(site, surroundings);
        Path systemProperties = booter.store(ofTheWorker);

        List<String> command = new ArrayList<>(List.of(booter.commandLine().java()));
        command.addAll(
                surroundings.options(jvmOptions.all().stream().map(site::fillIn).toList()));
        if (command.stream().noneMatch(option -> option.startsWith("-XX:ErrorFile="))) {
            command.add("-XX:ErrorFile=" + launch.errorFile());
        }
        jvmOptions.listing(launch.errorFile().resolveSibling(""), serial).ifPresent(command::add);
        if (audit.isPresent()) {
            command.addAll(audit.get().options(serial, ofTheWorker, ownPlaces(site), booter.testClassPath()));
        }
        command.addAll(jvmOptions.launch(fromArchive, audit.isPresent()));
        command.addAll(booter.arguments(properties, systemProperties));

        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().replaceAll((name, value) -> site.fillIn(value));
        builder.environment().putAll(site.environment());
        builder.environment().putAll(AtStart.environment(ofTheWorker));
        builder.environment().put(Launch.MARKER_ENVIRONMENT, launch.marker().toString());
        builder.environment().put(Launch.NONCE_ENVIRONMENT, launch.nonce());
        builder.environment().putAll(surroundings.environment());
        builder.environment().remove(QueueAddress.PASSWORD); // the supervisor's, and nobody else's
        Path own = surroundings.workingDirectory();
        Path directory = own != null ? own : Path.of(site.fillIn(System.getProperty("user.dir")));
        builder.directory(Files.createDirectories(directory).toFile());
        return builder;
    }

    /** Where no test of the user's can get into the way of another: the fork's, ours, Surefire's. */
    private List<Path> ownPlaces(ForkSite site) throws IOException {
        List<Path> own = new ArrayList<>(List.of(
                site.layout().isolationDirectory(),
                sites.temporaryDirectory(site),
                booter.directory(),
                Path.of(booter.value(Booter.REPORTS))));
        Path cache = configuration.cacheDirectory();
        if (cache != null) {
            own.add(cache);
        }
        return own;
    }

    @Override
    public String nonceVariable() {
        return Launch.NONCE_ENVIRONMENT;
    }

    @Override
    public boolean keepsJournal() {
        return jvmOptions.keepsJournal();
    }

    private Properties properties(Endpoint endpoint, boolean first, boolean spare, boolean fromArchive) {
        Properties worker = new Properties();
        worker.putAll(booter.properties());
        worker.setProperty(IsolationProvider.DELEGATE, booter.value(Booter.PROVIDER));
        worker.setProperty(IsolationProvider.FIRST, Boolean.toString(first));
        worker.setProperty(IsolationProvider.TELL_ORDER, Boolean.toString(tellOrder && first));
        worker.setProperty(IsolationProvider.SHARES_PLANS, Boolean.toString(sharesPlans));
        worker.setProperty(IsolationProvider.WARM_UP, Boolean.toString(spare));
        if (spare) {
            jvmOptions
                    .usualClasses(fromArchive)
                    .ifPresent(list -> worker.setProperty(IsolationProvider.LOADS, list.toString()));
        }
        jvmOptions
                .bootJar(fromArchive)
                .ifPresent(jar -> worker.setProperty(IsolationProvider.REAL_CLASS_PATH, jar.toString()));
        worker.setProperty(Booter.PROVIDER, IsolationProvider.class.getName());
        worker.setProperty(Booter.CHANNEL, endpoint.toConnectionString());
        worker.setProperty(Booter.FED_BY_MAVEN, "true");
        if (booter.usesPlatform()) {
            worker.setProperty(Booter.RERUNS, "0"); // the supervisor's, so that crashes are tried again too (L23)
        }
        worker.remove(Booter.ONE_TEST_SET);
        worker.setProperty(
                Booter.MAVEN_PID, Long.toString(ProcessHandle.current().pid()));
        return worker;
    }

    private Properties systemProperties(ForkSite site, WorkerEnvironment surroundings) {
        Properties worker = new Properties();
        booter.systemProperties()
                .forEach((name, value) -> worker.setProperty(name.toString(), site.fillIn(value.toString())));
        worker.remove(Wiring.WORKER_ARG_LINE);
        worker.remove(SettingNames.AUDIT); // what it says is for those that have the agent
        audit.ifPresent(one -> worker.setProperty(SettingNames.AUDIT, one.areas()));
        site.systemProperties().forEach(worker::setProperty);
        surroundings.promises().forEach(worker::setProperty);
        return worker;
    }
}
