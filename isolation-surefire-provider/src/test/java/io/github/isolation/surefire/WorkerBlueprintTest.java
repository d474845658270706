package io.github.isolation.surefire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.audit.AuditedRun;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.protocol.Endpoint;
import io.github.isolation.settings.Configuration;
import io.github.isolation.settings.ReseedPolicy;
import io.github.isolation.settings.Wiring;
import io.github.isolation.supervisor.ForkSites;
import io.github.isolation.supervisor.Launch;
import io.github.isolation.supervisor.Launches;
import io.github.isolation.supervisor.core.CrashLimit;
import io.github.isolation.supervisor.core.PlanSharing;
import io.github.isolation.supervisor.core.RetirePolicy;
import io.github.isolation.supervisor.core.Settings;
import io.github.isolation.supervisor.core.Splitting;
import io.github.isolation.supervisor.core.account.Limits;
import io.github.isolation.worker.IsolationProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a worker is started: as the fork was, with what is the user's, and with what makes it a worker. */
class WorkerBlueprintTest {
    private final Endpoint endpoint =
            new Endpoint(new InetSocketAddress(InetAddress.getLoopbackAddress(), 4711), "secret", null);
    private final Properties fork = Forks.properties(
            Booter.PROVIDER,
            Forks.PLATFORM,
            Booter.RERUNS,
            "2",
            Booter.ONE_TEST_SET,
            "java.lang.String|p.A",
            "tc.0",
            "p.A",
            "kept",
            "as it was");
    private final Properties system = Forks.properties("users", "of " + Wiring.FORK_NUMBER);
    private final Properties wished = new Properties();
    private List<String> options = new ArrayList<>(List.of("-Xmx1g"));
    private Optional<AuditedRun> audit = Optional.empty();
    private boolean tellsOrder;
    private PlanSharing sharing = PlanSharing.NONE;

    @TempDir
    Path directory;

    @BeforeEach
    void say() {
        wished.setProperty("basedir", directory.toString());
        wished.setProperty("isolation.directory", "iso");
    }

    @Test
    void itsCommandIsTheForksWithOtherFiles() throws IOException {
        List<String> command = start(1, false).command();
        assertEquals("/jdk/bin/java", command.get(0));
        assertTrue(command.contains("-Xmx1g"), command::toString);
        int jar = command.indexOf("-jar");
        assertEquals(directory.resolve("boot.jar").toString(), command.get(jar + 1));
        assertEquals(directory.toString(), command.get(jar + 2));
        assertEquals("dump", command.get(jar + 3));
        assertEquals(jar + 6, command.size());
    }

    @Test
    void theProviderIsOursAndKnowsTheOneThatSurefireChose() throws IOException {
        Properties worker = booterProperties(start(1, false));
        assertEquals(IsolationProvider.class.getName(), worker.getProperty(Booter.PROVIDER));
        assertEquals(Forks.PLATFORM, worker.getProperty(IsolationProvider.DELEGATE));
        assertEquals(endpoint.toConnectionString(), worker.getProperty(Booter.CHANNEL));
        assertEquals("true", worker.getProperty(Booter.FED_BY_MAVEN));
        assertEquals("as it was", worker.getProperty("kept"));
        assertEquals(Long.toString(ProcessHandle.current().pid()), worker.getProperty(Booter.MAVEN_PID));
    }

    @Test
    void whatIsHandedOutComesFromTheSupervisorAlone() throws IOException {
        assertNull(booterProperties(start(1, false)).getProperty(Booter.ONE_TEST_SET));
    }

    /** L23: crashes are tried again, too. */
    @Test
    void reRunsAreTheSupervisorsWhereThePlatformRunsTheTests() throws IOException {
        assertEquals("0", booterProperties(start(1, false)).getProperty(Booter.RERUNS));
        fork.setProperty(Booter.PROVIDER, "org.apache.maven.surefire.junit4.JUnit4Provider");
        assertEquals("2", booterProperties(start(1, false)).getProperty(Booter.RERUNS));
    }

    @Test
    void whatIsSaidOnceIsSaidByTheFirst() throws IOException {
        tellsOrder = true;
        sharing = PlanSharing.ALL;
        WorkerBlueprint blueprint = blueprint();
        Properties first = booterProperties(blueprint.prepare(1, 1, false, endpoint));
        Properties second = booterProperties(blueprint.prepare(2, 1, false, endpoint));
        assertEquals("true", first.getProperty(IsolationProvider.FIRST));
        assertEquals("true", first.getProperty(IsolationProvider.TELL_ORDER));
        assertEquals("false", second.getProperty(IsolationProvider.FIRST));
        assertEquals("false", second.getProperty(IsolationProvider.TELL_ORDER));
        assertEquals("true", second.getProperty(IsolationProvider.SHARES_PLANS));
    }

    @Test
    void aSpareWarmsUp() throws IOException {
        assertEquals("true", booterProperties(start(1, true)).getProperty(IsolationProvider.WARM_UP));
        assertEquals("false", booterProperties(start(1, false)).getProperty(IsolationProvider.WARM_UP));
    }

    @Test
    void theUsersPropertiesKnowTheForkThatTheyAreIn() throws IOException {
        system.setProperty(Wiring.WORKER_ARG_LINE, "-Dmoved");
        Properties worker = systemProperties(start(2, false));
        assertEquals("of 2", worker.getProperty("users"));
        assertEquals("2", worker.getProperty(ForkProperties.FORK));
        assertEquals("2", worker.getProperty(ForkProperties.FORKS));
        assertNull(worker.getProperty(Wiring.WORKER_ARG_LINE));
    }

    @Test
    void eachLaunchHasAMarkOfItsOwn() throws IOException {
        WorkerBlueprint blueprint = blueprint();
        ProcessBuilder first = blueprint.prepare(1, 1, false, endpoint);
        ProcessBuilder second = blueprint.prepare(2, 1, false, endpoint);
        String nonce = first.environment().get(blueprint.nonceVariable());
        assertFalse(nonce.isEmpty());
        assertNotEquals(nonce, second.environment().get(blueprint.nonceVariable()));
        assertNotEquals(
                first.environment().get(Launch.MARKER_ENVIRONMENT),
                second.environment().get(Launch.MARKER_ENVIRONMENT));
    }

    /** For programs that tests start, and for class loaders that come when tests have changed the properties. */
    @Test
    void theEnvironmentTellsTheForkToo() throws IOException {
        ProcessBuilder worker = start(2, false);
        assertEquals("2", worker.environment().get(ForkProperties.FORK_ENVIRONMENT));
        assertTrue(worker.environment().get("ISOLATION_PROPERTIES").contains("isolation.fork=2"));
    }

    @Test
    void itsJvmReportsItsOwnCrashUnlessTheUserSaidWhere() throws IOException {
        assertTrue(start(1, false).command().stream().anyMatch(option -> option.startsWith("-XX:ErrorFile=")));
        options.add("-XX:ErrorFile=/mine");
        List<String> named = start(1, false).command().stream()
                .filter(option -> option.startsWith("-XX:ErrorFile="))
                .toList();
        assertEquals(List.of("-XX:ErrorFile=/mine"), named);
    }

    @Test
    void temporaryFilesAreTheForksOwnAndItIsToldToLook() throws IOException {
        ProcessBuilder worker = start(1, false);
        String tmpdir = worker.command().stream()
                .filter(option -> option.startsWith("-Djava.io.tmpdir="))
                .map(option -> option.substring("-Djava.io.tmpdir=".length()))
                .findFirst()
                .orElseThrow();
        assertTrue(Files.isDirectory(Path.of(tmpdir)));
        assertEquals(tmpdir, systemProperties(worker).getProperty(ForkProperties.PROMISE_PREFIX + "java.io.tmpdir"));
    }

    @Test
    void thatMayBeSwitchedOff() throws IOException {
        wished.setProperty("isolation.isolateTmpdir", "false");
        assertTrue(start(1, false).command().stream().noneMatch(option -> option.startsWith("-Djava.io.tmpdir=")));
    }

    @Test
    void aHomeAndAWorkingDirectoryAndWhateverElseIfAskedFor() throws IOException {
        wished.setProperty("isolation.isolateUserHome", "true");
        wished.setProperty("isolation.isolateWorkingDirectory", "true");
        wished.setProperty("isolation.isolate", "derby.system.home");
        ProcessBuilder worker = start(1, false);
        ForkLayout layout = new ForkLayout(directory.resolve("iso"));
        assertTrue(worker.command().contains("-Duser.home=" + layout.home(1)), worker.command()::toString);
        assertTrue(worker.command().contains("-Dderby.system.home=" + layout.isolated(1, "derby.system.home")));
        assertEquals(layout.home(1).toString(), worker.environment().get("HOME"));
        assertEquals(layout.workingDirectory(1).toFile(), worker.directory());
        assertTrue(worker.directory().isDirectory());
        assertEquals(
                layout.workingDirectory(1).toString(),
                systemProperties(worker).getProperty(ForkProperties.PROMISE_PREFIX + ForkProperties.WORKING_DIRECTORY));
    }

    @Test
    void theWorkingDirectoryIsSurefiresOtherwise() throws IOException {
        assertEquals(
                Path.of(System.getProperty("user.dir")).toFile(),
                start(1, false).directory());
    }

    @Test
    void aWorkerMayHaveItsShareOfTheMachine() throws IOException {
        wished.setProperty("isolation.sizeToShare", "true");
        options = List.of();
        List<String> command = start(1, false).command();
        int share = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        assertTrue(command.contains("-XX:ActiveProcessorCount=" + share), command::toString);
        assertTrue(command.contains("-XX:MaxRAMPercentage=25.0"), command::toString);

        options = List.of("-Xmx1g", "-XX:ActiveProcessorCount=7");
        List<String> chosen = start(1, false).command();
        assertTrue(chosen.contains("-XX:ActiveProcessorCount=7"));
        assertEquals(
                1,
                chosen.stream()
                        .filter(option -> option.startsWith("-XX:ActiveProcessorCount"))
                        .count());
        assertTrue(chosen.stream().noneMatch(option -> option.startsWith("-XX:MaxRAMPercentage")));
    }

    /** In trials, some have it and some do not, whatever the run before was. */
    @Test
    void onlyAWorkerWithTheAgentOfAnAuditIsToldOfOne() throws IOException {
        system.setProperty("isolation.audit", "files");
        ProcessBuilder plain = start(1, false);
        assertNull(systemProperties(plain).getProperty("isolation.audit"));
        assertTrue(plain.command().stream().noneMatch(option -> option.startsWith("-javaagent:")));
        audit = Optional.of(new AuditedRun(Path.of("agent.jar"), "ports", "", directory.resolve("audit"), 1));
        ProcessBuilder watched = start(1, false);
        assertEquals("ports", systemProperties(watched).getProperty("isolation.audit"));
        assertTrue(
                watched.command().contains("-javaagent:agent.jar=" + directory.resolve("audit/worker-1.properties")),
                watched.command()::toString);
    }

    private ProcessBuilder start(int fork, boolean spare) throws IOException {
        return blueprint().prepare(1, fork, spare, endpoint);
    }

    private WorkerBlueprint blueprint() throws IOException {
        Configuration configuration = Configuration.read(wished);
        Booter booter = Forks.in(directory, options, fork, system);
        ForkSites sites =
                new ForkSites(new ForkLayout(directory.resolve("iso")), 2, List.of(), ReseedPolicy.ON_REPLACE);
        Launches launches = new Launches(Files.createDirectories(directory.resolve("run")));
        JvmOptions jvm = new JvmOptions(options, false, null, booter);
        return new WorkerBlueprint(booter, configuration, sites, launches, settings(), jvm, audit);
    }

    private Settings settings() {
        return new Settings(
                1,
                2,
                false,
                tellsOrder,
                RetirePolicy.NEVER,
                CrashLimit.usual(),
                Limits.NONE,
                0,
                0,
                false,
                0,
                sharing,
                Splitting.NEVER);
    }

    private Properties booterProperties(ProcessBuilder worker) throws IOException {
        return read(worker, 2);
    }

    private Properties systemProperties(ProcessBuilder worker) throws IOException {
        return read(worker, 1);
    }

    private Properties read(ProcessBuilder worker, int fromTheEnd) throws IOException {
        List<String> command = worker.command();
        Properties read = new Properties();
        try (var in = Files.newInputStream(directory.resolve(command.get(command.size() - fromTheEnd)))) {
            read.load(in);
        }
        return read;
    }
}
