package io.github.isolation.surefire;

import io.github.isolation.audit.AuditedRun;
import io.github.isolation.books.RunHeader;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.Notices;
import io.github.isolation.record.Progress;
import io.github.isolation.record.RecordWriter;
import io.github.isolation.replay.Choice;
import io.github.isolation.report.GatheringOutput;
import io.github.isolation.report.SurefireSink;
import io.github.isolation.service.ServicePlan;
import io.github.isolation.settings.Configuration;
import io.github.isolation.settings.QueueTask;
import io.github.isolation.settings.SettingsException;
import io.github.isolation.settings.ShardTask;
import io.github.isolation.settings.VerdictTask;
import io.github.isolation.settings.Wiring;
import io.github.isolation.shard.QueuedClasses;
import io.github.isolation.shard.RefusedShard;
import io.github.isolation.shard.Sharding;
import io.github.isolation.supervisor.AfterTests;
import io.github.isolation.supervisor.BetweenClasses;
import io.github.isolation.supervisor.Books;
import io.github.isolation.supervisor.ClassTimes;
import io.github.isolation.supervisor.ForkSites;
import io.github.isolation.supervisor.Launches;
import io.github.isolation.supervisor.NestedClasses;
import io.github.isolation.supervisor.ProgressLines;
import io.github.isolation.supervisor.RunHistory;
import io.github.isolation.supervisor.RunRecorder;
import io.github.isolation.supervisor.SameForkGroups;
import io.github.isolation.supervisor.Supervisor;
import io.github.isolation.supervisor.SupervisorFailedException;
import io.github.isolation.supervisor.UnpreparedFixtures;
import io.github.isolation.supervisor.core.CrashLimit;
import io.github.isolation.supervisor.core.Input;
import io.github.isolation.supervisor.core.Placement;
import io.github.isolation.supervisor.core.PlanSharing;
import io.github.isolation.supervisor.core.Settings;
import io.github.isolation.supervisor.core.Splitting;
import io.github.isolation.verdict.NoTrials;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.maven.surefire.api.booter.DumpErrorSingleton;
import org.apache.maven.surefire.api.booter.MasterProcessChannelDecoder;
import org.apache.maven.surefire.api.booter.MasterProcessChannelEncoder;
import org.apache.maven.surefire.api.fork.ForkNodeArguments;
import org.apache.maven.surefire.booter.ForkedNodeArg;

/** Puts a supervisor together, lets it run to its end, and ends this JVM with it. */
final class SupervisorMain {
    /** How long Maven may take to acknowledge a goodbye, in seconds; as long as Surefire's own booter waits by default. */
    private static final long ACKNOWLEDGE_SECONDS = 30;

    private SupervisorMain() {}

    /** Does not return. */
    static void run(SurefireChannel channel, Booter booter) throws IOException {
        ForkNodeArguments arguments = new ForkedNodeArg(Math.max(1, booter.number(Booter.FORK_NUMBER)), false);
        GatheringOutput output = new GatheringOutput(System.out);
        // Over standard streams, which are the default, the encoder writes to this.
        System.setOut(new PrintStream(output));
        MasterProcessChannelEncoder encoder = channel.encoder(arguments);
        int status = 1;
        try {
            Optional<String> problem = ApiVersion.problem(SupervisorMain.class.getClassLoader());
            if (problem.isPresent()) {
                throw new OtherApiException(problem.get());
            }
            SurefireSink sink = new SurefireSink(encoder, output);
            status = supervise(encoder, sink, channel.decoder(arguments), booter) ? 0 : 1;
        } catch (OtherApiException e) {
            output.deliver();
            RefusedShard.leave(System.getProperties(), e, encoder::consoleWarningLog);
            encoder.consoleErrorLog(e.getMessage() + " No test was run.", e);
        } catch (SettingsException e) {
            output.deliver();
            RefusedShard.leave(System.getProperties(), e, encoder::consoleWarningLog);
            encoder.consoleErrorLog(
                    e.getMessage()
                            + "\nNo test was run. Correct this in the configuration of isolation-maven-plugin, or in -D.",
                    e);
        } catch (SupervisorFailedException e) {
            // What can be told of the tests was told; a supervisor that is in trouble fails the build all the same.
            output.deliver();
            encoder.consoleErrorLog(
                    e.getMessage()
                            + "\nWhat had no result then is an error. Please report this, unless the machine was out of memory.",
                    e);
        } catch (InterruptedException | IOException | RuntimeException | Error e) {
            DumpErrorSingleton.getSingleton().dumpException(e);
            output.deliver();
            RefusedShard.leave(System.getProperties(), e, encoder::consoleWarningLog);
            // L21: a fault of ours fails the build and names itself; it never passes for an empty test run.
            encoder.consoleErrorLog(
                    "isolation: the supervisor failed, and the tests it had not reported are lost: " + e, e);
        }
        Runtime.getRuntime().halt(status);
    }

    /** Where there is one fork, everything is in one fork; a replay has everything where it was, groups as well. */
    private static Placement placement(Booter booter, Choice choice, int firstFork) throws IOException {
        if (choice.replay() != null) {
            return choice.replay().beginningAt(firstFork);
        }
        return choice.forks() == 1
                ? Placement.FREE
                : Placement.sameFork(SameForkGroups.find(booter.testClassPath(), choice.classes()));
    }

    private static List<String> scanned(Booter booter, Configuration configuration, ClassTimes times)
            throws IOException {
        List<String> classes = NestedClasses.withoutThoseInOthers(booter.testClassPath(), booter.classes());
        return configuration.longestFirst() && configuration.forks() > 1 ? times.longestFirst(classes) : classes;
    }

    /** A shard only reads times: all machines of a build have to see the same ones, also at another attempt. */
    private static ClassTimes times(Configuration configuration, RunHistory history, boolean keep) {
        Path ofAll = configuration.classTimes();
        return ofAll == null
                ? ClassTimes.read(history.classTimes(), "", keep)
                : ClassTimes.read(ofAll, RunFacts.key(System.getProperties()), keep);
    }

    private static void say(Choice choice, MasterProcessChannelEncoder encoder) {
        for (String line : choice.lines()) {
            encoder.consoleInfoLog(line);
        }
        for (String line : choice.warnings()) {
            encoder.consoleWarningLog(line);
        }
    }

    private static boolean supervise(
            MasterProcessChannelEncoder encoder, SurefireSink sink, MasterProcessChannelDecoder decoder, Booter booter)
            throws InterruptedException, IOException {
        Configuration asked = Configuration.read(System.getProperties());
        boolean mavenFeeds = Boolean.parseBoolean(booter.value(Booter.FED_BY_MAVEN));
        ForkLayout layout = new ForkLayout(asked.directory());
        RunHistory history = new RunHistory(layout, asked.history(), asked.keepRuns());
        ShardTask shardTask = asked.shard();
        QueueTask queueTask = QueueTask.read(System.getProperties());
        ClassTimes times = times(asked, history, shardTask == null && queueTask == null);
        List<String> scanned = mavenFeeds ? List.of() : scanned(booter, asked, times);
        boolean knowsAll = !mavenFeeds && booter.value(Booter.ONE_TEST_SET).isEmpty();
        Sharding sharding = shardTask == null
                ? null
                : Sharding.of(
                        shardTask,
                        knowsAll,
                        scanned,
                        times.millis(),
                        booter.testClassPath(),
                        times.memberMillis(),
                        !booter.usesPlatform()
                                ? Splitting.NEVER
                                : asked.splitsTail() ? Splitting.TAIL : Splitting.MARKED);
        VerdictTask verdict = VerdictTask.read(System.getProperties());
        if (verdict != null && mavenFeeds && verdict.isAll()) {
            throw new SettingsException(List.of(NoTrials.MAVEN_FEEDS.noVerdict()));
        }
        Choice choice = sharding == null
                ? Choice.of(asked, history, System.getProperties(), knowsAll, scanned)
                : sharding.choice(asked.forks());
        boolean fed = mavenFeeds || queueTask != null;
        if (queueTask != null || (verdict != null && verdict.isAll())) {
            choice = Choice.nothing(asked.forks());
        }
        say(choice, encoder);
        boolean isReplay = choice.replay() != null;
        Configuration configuration = isReplay ? asked.ofReplay(choice.forks()) : asked;
        List<String> classes = choice.classes();
        boolean tellOrder =
                !isReplay && (queueTask == null ? needsOrder(booter, classes) : needsSifting(booter, scanned));
        int firstFork = configuration.wired() ? 1 : Math.max(1, booter.number(Booter.FORK_NUMBER));
        ForkSites sites = new ForkSites(
                new ForkLayout(configuration.directory()),
                configuration.forks(),
                configuration.ports(),
                configuration.reseed());
        QueuedClasses queued = queueTask == null
                ? null
                : QueuedClasses.join(
                        queueTask,
                        knowsAll,
                        scanned,
                        times.millis(),
                        booter.testClassPath(),
                        sites.runId(),
                        encoder::consoleWarningLog);
        ServicePlan services = ServicePlan.read(layout.servicePlan());
        sites.provide(services);
        UnpreparedFixtures.line(layout, services, System.getProperty(Wiring.DECLARED_SERVICES, ""))
                .ifPresent(encoder::consoleWarningLog);
        UnpreparedFixtures.line(layout, System.getProperty(Wiring.DECLARED_FIXTURES, ""))
                .ifPresent(encoder::consoleWarningLog);
        BetweenClasses betweenClasses = new BetweenClasses(sites, configuration.verifyFixtures());
        boolean tidies = betweenClasses.isNeeded() || sites.restoreServicesEveryClass();
        Settings settings = new Settings(
                firstFork,
                configuration.forks(),
                fed,
                tellOrder,
                configuration.retire(),
                configuration.maxCrashes() == 0 ? CrashLimit.usual() : CrashLimit.ofAll(configuration.maxCrashes()),
                configuration.limits(),
                booter.usesPlatform() ? booter.number(Booter.RERUNS) : 0,
                booter.number(Booter.SKIP_AFTER_FAILURES),
                tidies,
                configuration.spares(),
                fed || isReplay || tidies ? PlanSharing.NONE : sharing(booter, configuration),
                fed || isReplay || configuration.forks() == 1
                        ? Splitting.NEVER
                        : configuration.splitsTail() ? Splitting.TAIL : Splitting.MARKED);
        AuditedRun.notes(System.getProperties(), configuration.forks()).forEach(encoder::consoleWarningLog);
        Launches launches = new Launches(sites.runDirectory());
        Books books = new Books(sites.runDirectory(), header(booter));
        books.promised(classes);
        sink.setListener(books::toldMaven);
        boolean shortLived = asked.retire().everyClasses() == 1 && times.areShort(classes);
        boolean all = !isReplay && !configuration.rerunFailed() && sharding == null;
        JvmOptions options = JvmOptions.of(booter, configuration, shortLived, all, encoder::consoleInfoLog);
        WorkerBlueprint blueprint = new WorkerBlueprint(
                booter,
                configuration,
                sites,
                launches,
                settings,
                options,
                AuditedRun.asked(System.getProperties(), sites.runDirectory(), configuration.forks()));
        long startedAt = System.currentTimeMillis();
        RunRecorder record = new RunRecorder(
                new RecordWriter(sites.runRecord(), Notices::say),
                settings.splitting() == Splitting.TAIL ? times.withTests() : times,
                () -> history.add(sites.runId(), booter.value(Booter.MAVEN_PID), startedAt),
                new ProgressLines(new Progress(times.millis()), configuration.progress()));
        sites.listen(record::seeded);
        sites.listenToServices(record::service);
        if (configuration.splitsTail() && booter.usesPlatform()) {
            times.withJudgement();
        }
        record.begin(
                RunFacts.of(sites.runId(), startedAt, configuration.forks(), classes, System.getProperties(), booter)
                        .of(sharding != null ? sharding.fact() : queued != null ? queued.fact() : null));
        if (sharding != null) {
            sharding.begin(layout, sites.runId(), booter.testClassPath());
        }
        if (queued != null) {
            queued.begin(layout, sites.runId(), booter.testClassPath());
            encoder.consoleInfoLog(queued.line());
        }
        Supervisor supervisor = new Supervisor(
                settings,
                classes,
                queued == null ? placement(booter, choice, firstFork) : queued.placement(configuration.forks()),
                sink,
                blueprint,
                sites,
                record,
                books,
                launches,
                betweenClasses,
                configuration.gracePeriod());
        for (AfterTests work : WorkAfterTests.of(
                System.getProperties(),
                booter,
                configuration,
                sites,
                options,
                record,
                history,
                sink,
                scanned,
                firstFork,
                mavenFeeds ? NoTrials.MAVEN_FEEDS : queued != null ? NoTrials.QUEUE : null,
                encoder::consoleWarningLog)) {
            supervisor.afterTests(work);
        }
        supervisor.parts(choice.parts());
        times.parts(choice.parts());
        if (queued != null) {
            supervisor.feed(queued.feed(configuration.forks(), supervisor::put));
        }
        supervisor.watchArchive(options.archiveWatch(line -> supervisor.put(new Input.Warning(line))));
        record.startsFrom(options.archiveName());
        ArchiveMaking making = options.making();
        supervisor.onFirstClass(making::atFirstClass);

        Notices.listen(line -> supervisor.put(new Input.Warning(line)));
        CountDownLatch acknowledged = new CountDownLatch(1);
        Thread commands = new Thread(
                new MavenCommands(decoder, supervisor, making::abandon, acknowledged), "isolation-maven-commands");
        commands.setDaemon(true);
        commands.start();
        try {
            if (!supervisor.run()) {
                return false;
            }
            // Unacknowledged or not, everything has been said; Maven reports a fork that it did not hear out.
            boolean heard = acknowledged.await(ACKNOWLEDGE_SECONDS, TimeUnit.SECONDS);
            making.afterTests();
            return heard;
        } finally {
            making.abandon();
            options.forget(DumpErrorSingleton.getSingleton()::dumpText);
        }
    }

    private static RunHeader header(Booter booter) {
        return new RunHeader(
                booter.value(Booter.MAVEN_PID),
                System.currentTimeMillis(),
                System.getProperty("basedir", ""),
                booter.value(Booter.REPORTS),
                System.getProperty(Wiring.REPORT_SUFFIX, ""),
                System.getProperty(Wiring.REPORTS_UNLIKE, ""),
                booter.number(Booter.RERUNS));
    }

    /** Several classes share a plan in the only fork, where nothing is to be decided between two of them. */
    private static PlanSharing sharing(Booter booter, Configuration configuration) {
        boolean possible = booter.usesPlatform()
                && configuration.forks() == 1
                && configuration.retire().isNever()
                && booter.number(Booter.SKIP_AFTER_FAILURES) == 0;
        return possible ? PlanSharing.ALL : PlanSharing.NONE;
    }

    /**
     * Whether the first worker is to say which classes there are to run, and in which order. What Surefire has scanned is not
     * sifted: the JUnit Platform finds no tests in a class without any, but JUnit 4 calls it invalid, unless its provider
     * has left it out.
     */
    private static boolean needsOrder(Booter booter, List<String> classes) {
        boolean ordered = classes.size() > 1 && !booter.value(Booter.RUN_ORDER).equals("filesystem");
        return ordered || needsSifting(booter, classes);
    }

    private static boolean needsSifting(Booter booter, List<String> classes) {
        return !classes.isEmpty() && !booter.usesPlatform();
    }
}
