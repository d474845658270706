package io.github.isolation.maven.wiring;

import io.github.isolation.maven.shard.CiVariables;
import io.github.isolation.maven.shard.ShardedModule;
import io.github.isolation.settings.KnownShardSettings;
import io.github.isolation.settings.Setting;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.settings.ShardNumber;
import io.github.isolation.settings.Wiring;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** What it means for the configuration of Surefire or Failsafe that only a part of the tests is run. */
final class PartOfTests {
    private static final String QUEUE = "<queue> (" + SettingNames.QUEUE + "): ";

    private static final String SETTING = "<shard> (" + SettingNames.SHARD + "): ";

    /** A value of the request: where the modules of this build write down their plans. */
    private static final String BOOK = "io.github.isolation.shardBook";

    private final EffectiveParameters parameters;
    private final MavenProject project;
    private final MavenSession session;
    private final CiVariables ci;

    PartOfTests(
            EffectiveParameters parameters,
            MavenProject project,
            MavenSession session,
            Map<String, String> environment) {
        this.parameters = parameters;
        this.project = project;
        this.session = session;
        this.ci = new CiVariables(environment);
    }

    /** Whether somebody asked for it. */
    boolean isAsked() {
        return parameters.own(KnownShardSettings.SHARD) != null || hasQueue();
    }

    private boolean hasQueue() {
        return parameters.own(KnownShardSettings.QUEUE) != null;
    }

    /** What is not the same as on one machine, in a line; empty where all is. */
    Optional<String> warning(Xpp3Dom configuration, TestPlugin plugin, String title) {
        String most = parameters.find(configuration, "failOnFlakeCount", plugin.flakesProperty());
        return isAsked() && most != null && !most.equals("0")
                ? Optional.of(
                        "isolation: failOnFlakeCount of " + title
                                + " counts the flaky tests of one machine: isolation:merge names those of all, and does not fail because of them")
                : Optional.empty();
    }

    /** What is said of tests that nobody can choose among: every machine would run all of them. */
    String refused(String title, String why) {
        return (hasQueue() ? QUEUE : SETTING) + title + " cannot be shared out: " + why;
    }

    /**
     * Edits the configuration of one execution, before it is wired.
     *
     * @param plugin its artifactId
     * @param byName whether it is one that the POM does not have, for a goal that may be called by its name
     * @param names what the supervisor is told by name, to which something may be added
     * @throws IllegalArgumentException that says what is wrong, and what to do
     */
    void edit(Xpp3Dom configuration, String plugin, boolean byName, Map<String, String> names) {
        String times = parameters.own(KnownShardSettings.CLASS_TIMES);
        if (times != null) {
            names.put(Wiring.CLASS_TIMES, fromRoot(times).toString());
        }
        if (!isAsked() || !areUnderstood()) {
            return; // what cannot be understood is said with all the rest
        }
        if (hasQueue()) {
            if (parameters.own(KnownShardSettings.SHARD) == null) {
                share(configuration, plugin, byName, names);
            }
            return; // that both are there is said with all the rest
        }
        ShardNumber asked = value(KnownShardSettings.SHARD);
        ShardNumber number = asked.isAuto() ? auto() : asked;
        String plan = parameters.own(KnownShardSettings.SHARD_PLAN);
        refuseThreads(number, plan);
        names.put(Wiring.SHARD, number.toString());
        names.put(Wiring.SHARD_BOOK, book().toString());
        names.put(Wiring.SHARD_BUILD, build());
        put(names, Wiring.SHARD_RUN, parameters.own(KnownShardSettings.SHARD_RUN), ci.run());
        put(names, Wiring.SHARD_GROUP, parameters.own(KnownShardSettings.SHARD_GROUP), "");
        String attempt = parameters.own(KnownShardSettings.SHARD_ATTEMPT);
        put(names, Wiring.SHARD_ATTEMPT, attempt, ci.attempt() == 0 ? "" : Integer.toString(ci.attempt()));
        if (plan != null && !number.isPlan()) {
            names.put(Wiring.SHARD_PLAN, fromRoot(plan).toString());
        }
        mayBeEmpty(configuration, plugin, byName);
        new ShardedModule(number, book(), fromRoot(plan == null ? "target/isolation/shard-plan.jsonl" : plan))
                .of(project);
    }

    /** Machines take classes from a queue. */
    private void share(Xpp3Dom configuration, String plugin, boolean byName, Map<String, String> names) {
        String given = parameters.own(KnownShardSettings.SHARD_RUN);
        if (given == null && ci.run().isEmpty()) {
            throw new IllegalArgumentException(QUEUE
                    + "nobody knows which machines belong together: CI has no id for this build, so set "
                    + SettingNames.SHARD_RUN
                    + ", the same on all machines and another one for each build");
        }
        names.put(Wiring.QUEUE, String.valueOf(parameters.own(KnownShardSettings.QUEUE)));
        put(names, Wiring.QUEUE_SERVER, parameters.own(KnownShardSettings.QUEUE_SERVER), "");
        if (parameters.isTrue(parameters.find(configuration, "testFailureIgnore", "maven.test.failure.ignore"))) {
            names.put(Wiring.FAILURES_IGNORED, "true");
        }
        names.put(Wiring.SHARD_BUILD, build());
        put(names, Wiring.SHARD_RUN, given, ci.run());
        put(names, Wiring.SHARD_GROUP, parameters.own(KnownShardSettings.SHARD_GROUP), "");
        String attempt = parameters.own(KnownShardSettings.SHARD_ATTEMPT);
        put(names, Wiring.SHARD_ATTEMPT, attempt, Integer.toString(ci.attemptAtTheBuild()));
        mayBeEmpty(configuration, plugin, byName);
        new ShardedModule(ShardNumber.OF_A_QUEUE, book(), book()).of(project);
    }

    private void mayBeEmpty(Xpp3Dom configuration, String plugin, boolean byName) {
        // That a shard is empty is no fault; whether there are tests at all, Surefire's scan and our goal see.
        boolean skipped = parameters.isTrue(parameters.find(configuration, "skipTests", "skipTests"))
                || parameters.isTrue(parameters.find(configuration, "skip", "maven.test.skip"))
                || (plugin.contains("failsafe")
                        && parameters.isTrue(parameters.find(configuration, "skipITs", "skipITs")));
        if (!byName
                && !skipped
                && parameters.isTrue(parameters.find(configuration, "failIfNoTests", "failIfNoTests"))) {
            ShardedModule.mustHaveTests(project, plugin);
        }
        Dom.set(configuration, "failIfNoTests", "false");
    }

    private boolean areUnderstood() {
        return parametersOf(KnownShardSettings.SHARD)
                && parametersOf(KnownShardSettings.QUEUE)
                && parametersOf(KnownShardSettings.SHARD_GROUP)
                && parametersOf(KnownShardSettings.SHARD_ATTEMPT);
    }

    private boolean parametersOf(Setting<?> setting) {
        String value = parameters.own(setting);
        return value == null || setting.problem(value).isEmpty();
    }

    private <T> T value(Setting<T> setting) {
        return setting.form().parse(String.valueOf(parameters.own(setting)));
    }

    private ShardNumber auto() {
        try {
            return ci.shard();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(SETTING + e.getMessage(), e);
        }
    }

    /** Each module takes up where the one before left off; side by side, machines would differ in which one that is. */
    private void refuseThreads(ShardNumber number, @Nullable String plan) {
        if (plan == null
                && !number.isPlan()
                && session.getProjects().size() > 1
                && session.getRequest().getDegreeOfConcurrency() > 1) {
            throw new IllegalArgumentException(SETTING
                    + "modules are built side by side (-T), so each machine would come to another plan; make one first, by -D"
                    + SettingNames.SHARD + "=plan/" + number.total() + ", and hand it to all machines by -D"
                    + SettingNames.SHARD_PLAN + "=shard-plan.jsonl, or leave out -T");
        }
    }

    private Path fromRoot(String path) {
        return Path.of(session.getExecutionRootDirectory())
                .resolve(path)
                .toAbsolutePath()
                .normalize();
    }

    /** Outside of {@code target}, which a later module may clean. Nothing is there before a supervisor has a plan to write. */
    private Path book() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir", ""));
        return (Path) session.getRequest().getData().computeIfAbsent(BOOK, any -> temporary
                .resolve("isolation-shards-" + UUID.randomUUID() + ".jsonl")
                .toAbsolutePath());
    }

    private String build() {
        return ProcessHandle.current().pid() + "-"
                + session.getStartTime().toInstant().toEpochMilli();
    }

    private static void put(Map<String, String> names, String name, @Nullable String given, String otherwise) {
        String value = given == null ? otherwise : given;
        if (!value.isEmpty()) {
            names.put(name, value);
        }
    }
}
