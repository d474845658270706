package io.github.isolation.settings;

import static io.github.isolation.settings.Setting.Reader.API;
import static io.github.isolation.settings.Setting.Reader.EXTENSION;
import static io.github.isolation.settings.Setting.Reader.GOAL;
import static io.github.isolation.settings.Setting.Reader.SUPERVISOR;
import static io.github.isolation.settings.Setting.Reader.WORKER;

import io.github.isolation.fork.ForkProperties;
import io.github.isolation.fork.PortBook;
import io.github.isolation.settings.Setting.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every setting, in the order of the page that lists them: all that is read, refused, suggested or shown comes from here. */
public final class KnownSettings {
    private static final SettingList ALL = new SettingList();

    // Fixtures

    public static final Setting<String> FIXTURES = ALL.element("fixtures", new Forms.Text("`<fixture>` elements"))
            .topic(Topic.FIXTURES)
            .common()
            .page("fixtures.md")
            .readBy(EXTENSION, GOAL)
            .means("What tests need: each has an `id`, and one of `url`, `artifact`, `path` and `command`.");

    public static final Setting<String> SERVICES = ALL.element("services", new Forms.Text("`<service>` elements"))
            .page("services.md")
            .readBy(EXTENSION, GOAL)
            .means(
                    "Servers that each fork has for itself: each has an `id`, and one of `command`, `postgres`, `mariadb` and `redis`.");

    public static final Setting<ReseedPolicy> RESEED = ALL.setting(
                    SettingNames.RESEED, Forms.Constant.of(ReseedPolicy.values()), "onReplace")
            .common()
            .readBy(SUPERVISOR)
            .means(
                    "When fixtures are restored: before each new worker, before each class (`everyClass`), or not before the"
                            + " next build (`never`).");

    public static final Setting<VerifyPolicy> VERIFY_FIXTURES = ALL.setting(
                    SettingNames.VERIFY_FIXTURES, Forms.Constant.of(VerifyPolicy.values()), "everyClass")
            .readBy(SUPERVISOR)
            .means(
                    "When to check that tests left fixtures unchanged that they only link to or share: after each class, which"
                            + " names the class to blame, or once at the end (`afterRun`).");

    public static final Setting<Boolean> KEEP_ON_FAILURE = ALL.flag(SettingNames.KEEP_ON_FAILURE, "false")
            .page("private-fixtures.md")
            .readBy(API)
            .means("Whether the private copies of fixtures are kept that belong to tests which fail.");

    // Workers

    public static final Setting<String> RETIRE_ON_FAILURE = ALL.setting(
                    SettingNames.RETIRE_ON_FAILURE, Forms.Word.of("never", "afterClass", "immediately"), "never")
            .topic(Topic.WORKERS)
            .common()
            .readBy(SUPERVISOR, WORKER)
            .means(
                    "Whether a failed test costs its worker: a class with a failure is the last one of its worker (`afterClass`),"
                            + " or even the rest of that class runs in a fresh one (`immediately`).");

    public static final Setting<Integer> RETIRE_EVERY_CLASSES = ALL.setting(
                    SettingNames.RETIRE_EVERY_CLASSES, new Forms.Count(), "0")
            .common()
            .readBy(SUPERVISOR, WORKER)
            .means(
                    "A fresh worker after so many classes; 0 means never. Surefire's `reuseForks=false` means 1, unless this is"
                            + " set.");

    public static final Setting<Integer> RETIRE_ABOVE_HEAP = ALL.setting(
                    SettingNames.RETIRE_ABOVE_HEAP, new Forms.HeapPart(), "")
            .readBy(SUPERVISOR, WORKER)
            .means(
                    "A fresh worker, between two classes, when the heap is fuller than this after a garbage collection.");

    public static final Setting<Integer> SPARES = ALL.setting(SettingNames.SPARES, new Forms.Count(), "")
            .shown("one for each fork, and a second one for as many forks as there are cores that no fork uses")
            .readBy(SUPERVISOR)
            .means(
                    "How many workers are started in advance, so that a replacement is ready at once; 0 means none. A fork gets a"
                            + " second one only if its classes end faster than a JVM starts.");

    public static final Setting<String> SPLIT_CLASSES = ALL.setting(
                    SettingNames.SPLIT_CLASSES, Forms.Word.of("never", "tail"), "never")
            .page("split-classes.md")
            .readBy(SUPERVISOR, WORKER)
            .means(
                    "Whether several forks share a class: with `tail`, a fork that has nothing left to run takes over tests that"
                            + " another has not begun; and of several machines, each may have a part of a class that takes longer"
                            + " than its share. `@SplitClass` and `@WholeClass` say it of one class.");

    public static final Setting<ArchiveUse> ARCHIVE = ALL.setting(SettingNames.ARCHIVE, new ArchiveUse.Form(), "true")
            .page("performance.md")
            .readBy(SUPERVISOR)
            .means(
                    "Whether workers start from a class-data archive, which is made once, in the background, and kept in the"
                            + " cache directory; with `suite`, one of the jars of the tests' class path as well.");

    // What goes wrong

    public static final Setting<Duration> TEST_TIMEOUT = ALL.setting(SettingNames.TEST_TIMEOUT, new Forms.Time(), "")
            .topic(Topic.TROUBLE)
            .common()
            .readBy(SUPERVISOR)
            .means(
                    "How long one test may take. One that takes longer is an error with a thread dump; its worker is replaced, and"
                            + " the rest runs. `@TimeLimit` on a class wins.");

    public static final Setting<Duration> CLASS_TIMEOUT = ALL.setting(SettingNames.CLASS_TIMEOUT, new Forms.Time(), "")
            .common()
            .readBy(SUPERVISOR)
            .means(
                    "How long one class may take in one worker. The rest of one that takes longer is not run; all other classes"
                            + " are. `@TimeLimit` on a class wins.");

    public static final Setting<Duration> SLOW_AFTER = ALL.setting(
                    SettingNames.SLOW_AFTER, new Forms.Time(), ForkProperties.SLOW_AFTER_DEFAULT)
            .readBy(SUPERVISOR, API)
            .means(
                    "A test that is still running after this is named on the console, with the line of code it is at; so is one"
                            + " that still waits for a lock.");

    public static final Setting<Duration> GRACE_PERIOD = ALL.setting(SettingNames.GRACE_PERIOD, new Forms.Time(), "5s")
            .readBy(SUPERVISOR)
            .means(
                    "How long a worker that is told to end may take before it is ended by force, with all its descendants.");

    public static final Setting<Integer> MAX_CRASHES = ALL.setting(SettingNames.MAX_CRASHES, new Forms.Crashes(), "")
            .readBy(SUPERVISOR)
            .means(
                    "After so many crashes the rest is reported as errors that say \"not run\". Unless set: after ten crashes in a"
                            + " row with no test passing in between.");

    public static final Setting<String> LEAKS = ALL.setting(
                    SettingNames.LEAKS, Forms.Word.of("warn", "fail", "ignore"), "warn")
            .common()
            .readBy(WORKER)
            .means(
                    "What to do about what a class leaves behind: name it, fail the build, or nothing. That is threads which are"
                            + " not daemons (except with Spring, Quarkus and Micronaut, whose applications outlive a class), child"
                            + " processes, and deleted files of 1 MiB or more that are still open (Linux). Where each class has a fresh"
                            + " worker, only processes count, unless this is set.");

    public static final Setting<List<String>> LEAKS_IGNORE = ALL.names(
                    SettingNames.LEAKS_IGNORE,
                    new Forms.Names(".+", "the name of a thread, in which a * stands for any text", "names of threads"))
            .readBy(WORKER)
            .means(
                    "Threads that are meant to stay, such as those of a server that all classes share. `*` stands for any text:"
                            + " `eventLoop-*`.");

    public static final Setting<String> DISCOVERY_ERRORS = ALL.setting(
                    SettingNames.DISCOVERY_ERRORS, Forms.Word.of("report", "stop"), "report")
            .readBy(WORKER)
            .means(
                    "What becomes of the others when the tests of a class cannot be found, which is an error in any case: they run,"
                            + " or nothing else begins (`stop`).");

    public static final Setting<String> VERIFY_REPORTS = ALL.setting(
                    SettingNames.VERIFY_REPORTS, Forms.Word.of("fail", "warn"), "fail")
            .page("how-it-works.md")
            .readBy(GOAL)
            .means("Whether a build fails, or only says so, if its report files are not what was run.");

    // Running something again

    public static final Setting<RecordedRun> REPLAY = ALL.setting(SettingNames.REPLAY, new RecordedRun.Form(), "")
            .topic(Topic.AGAIN)
            .page("replay.md")
            .readBy(EXTENSION, SUPERVISOR)
            .means(
                    "Runs the same classes in the same order, in the same forks and workers, as in the run that has left this record;"
                            + " with `#worker=7` behind the path, what that worker ran, up to its first failed test.");

    public static final Setting<String> RERUN = ALL.setting(SettingNames.RERUN, Forms.Word.of("failed"), "")
            .page("replay.md")
            .readBy(EXTENSION, SUPERVISOR)
            .means("Runs only the classes with tests that failed, crashed or were not run in the last recorded run.");

    // Forks

    public static final Setting<List<String>> PORTS = ALL.names(
                    SettingNames.PORTS,
                    new Forms.Names(PortBook.NAME, "a name for a port: " + PortBook.NAME_RULE, "names, such as `http`"))
            .topic(Topic.FORKS)
            .common()
            .page("ports.md")
            .readBy(EXTENSION, SUPERVISOR)
            .means("Names of ports: each fork gets a free one of its own for each name.");

    public static final Setting<Boolean> CROSS_FORK_LOCKS = ALL.flag(SettingNames.CROSS_FORK_LOCKS, "false")
            .common()
            .page("locks.md")
            .readBy(WORKER)
            .means("Whether JUnit's `@ResourceLock` and `@Isolated` hold across forks.");

    public static final Setting<Boolean> ISOLATE_TMPDIR = ALL.flag(SettingNames.ISOLATE_TMPDIR, "true")
            .page("own-places.md")
            .readBy(SUPERVISOR)
            .means("Whether `java.io.tmpdir` is a directory of each fork's own.");

    public static final Setting<Boolean> ISOLATE_USER_HOME = ALL.flag(SettingNames.ISOLATE_USER_HOME, "false")
            .page("own-places.md")
            .readBy(SUPERVISOR)
            .means("Whether `user.home`, and `HOME` for programs that tests start, is a directory of each fork's own.");

    public static final Setting<Boolean> ISOLATE_WORKING_DIRECTORY = ALL.flag(
                    SettingNames.ISOLATE_WORKING_DIRECTORY, "false")
            .page("own-places.md")
            .readBy(SUPERVISOR)
            .means("Whether relative paths begin in a directory of each fork's own, and not in that of the module.");

    public static final Setting<List<String>> ISOLATE = ALL.names(SettingNames.ISOLATE, new Isolate.PropertyNames())
            .page("own-places.md")
            .readBy(SUPERVISOR)
            .means(
                    "System properties that name a directory, such as `derby.system.home`: each fork gets one of its own.");

    public static final Setting<Boolean> SIZE_TO_SHARE = ALL.flag(SettingNames.SIZE_TO_SHARE, "false")
            .page("own-places.md")
            .readBy(SUPERVISOR)
            .means(
                    "Whether a worker sees only its share of the processors, and takes no more than its share of the memory.");

    // The build

    public static final Setting<String> SUREFIRE_VERSION = ALL.setting(
                    SettingNames.SUREFIRE_VERSION,
                    Forms.Word.of("tested", "keep")
                            .orElse("a version is named in the <plugin> element of maven-surefire-plugin"),
                    "tested")
            .topic(Topic.BUILD)
            .readBy(EXTENSION)
            .means(
                    "Which Surefire and Failsafe run the tests if no POM names a version: the newest that this plugin was tested"
                            + " with, unless Maven's own is newer; or Maven's own in any case (`keep`).");

    public static final Setting<String> DIRECTORY = ALL.setting(
                    SettingNames.DIRECTORY, new Forms.Text("a path"), "target/isolation")
            .inMaven("${project.build.directory}/isolation")
            .readBy(EXTENSION, GOAL, SUPERVISOR, WORKER, API)
            .means("Where forks have their directories.");

    public static final Setting<String> CACHE_DIRECTORY = ALL.setting(
                    SettingNames.CACHE_DIRECTORY, new Forms.Text("a path"), "")
            .inMaven("${settings.localRepository}/.cache/isolation")
            .shown("`.cache/isolation` in the local repository")
            .readBy(EXTENSION, GOAL, SUPERVISOR, API)
            .means("Where fixtures are kept, for all builds of a user.");

    public static final Setting<String> RUN_AS = ALL.setting(
                    SettingNames.RUN_AS, new Forms.Text("`auto`, `none`, or the name of a user"), "auto")
            .page("postgres.md")
            .readBy(GOAL)
            .means(
                    "Who starts a server that refuses root, where root builds: root in a user namespace (`auto`), another user, or"
                            + " root itself (`none`).");

    public static final Setting<Duration> PROGRESS = ALL.setting(SettingNames.PROGRESS, new Forms.Time(), "30s")
            .shown("`30s`; at a terminal, a line that changes instead")
            .page("report.md")
            .readBy(EXTENSION, SUPERVISOR)
            .means(
                    "How often a run says how far it is: classes done, those that run, failures, and the time that is left if most"
                            + " classes have run before. `0s` means never; `mvn -q` shows none of it.");

    public static final Setting<Integer> KEEP_RUNS = ALL.setting(SettingNames.KEEP_RUNS, new Forms.Count(), "10")
            .page("record.md")
            .readBy(SUPERVISOR)
            .means("How many records of earlier builds stay, beside those of the present one.");

    public static final Setting<String> HISTORY_DIRECTORY = ALL.setting(
                    SettingNames.HISTORY_DIRECTORY, new Forms.Text("a path"), "")
            .page("record.md")
            .readBy(SUPERVISOR)
            .means(
                    "Where records, and how long each class took, are kept as well, out of reach of `mvn clean`: a directory that CI"
                            + " caches, for example. Each module has a directory of its own in it.");

    public static final Setting<Boolean> REPORT = ALL.flag(SettingNames.REPORT, "true")
            .page("report.md")
            .readBy(EXTENSION)
            .means("Whether a page that shows what happened is made at the end of a build that ran tests.");

    public static final Setting<String> RUN = ALL.setting(
                    SettingNames.RUN, new Forms.Text("the id of a run, or the path of a `record.jsonl`"), "")
            .shown("the newest of each execution")
            .page("report.md")
            .readBy(GOAL)
            .means("Which run `isolation:report` shows, or `isolation:verdict` looks at.");

    public static final Setting<String> FORMAT = ALL.setting(SettingNames.FORMAT, Forms.Word.of("html", "text"), "html")
            .page("report.md")
            .readBy(GOAL)
            .means("What `isolation:report` makes: a page with a trace beside it, or lines on the console.");

    public static final Setting<Boolean> SKIP = ALL.flag(SettingNames.SKIP, "false")
            .common()
            .readBy(EXTENSION, GOAL)
            .means("Tests run as if this plugin were not there.");

    public static final Setting<Boolean> WIRED_BY_HAND = ALL.flag(SettingNames.WIRED_BY_HAND, "false")
            .page("wiring-by-hand.md")
            .readBy(GOAL)
            .means("Says that Surefire is configured by hand, without `<extensions>true</extensions>`.");

    public static final Setting<Integer> FORK_COUNT = ALL.setting(SettingNames.FORK_COUNT, new Forms.Forks(), "1")
            .page("wiring-by-hand.md")
            .readBy(GOAL, SUPERVISOR)
            .means(
                    "How many forks are made ready. Only where Surefire is configured by hand; its own `forkCount` says it"
                            + " otherwise.");

    public static final Setting<Boolean> SKIP_TESTS = ALL.flag("skipTests", "false")
            .readBy(GOAL)
            .means("As for Surefire: no test is run, so nothing is prepared.");

    public static final Setting<Boolean> SKIP_TEST_COMPILATION = ALL.flag("maven.test.skip", "false")
            .element("skipTestCompilation")
            .readBy(GOAL)
            .means("As for Surefire: no test is compiled or run, so nothing is prepared.");

    private KnownSettings() {}

    /** The one with this element. */
    public static Optional<Setting<?>> named(String name) {
        return all().stream().filter(setting -> setting.name().equals(name)).findFirst();
    }

    /** All of them, in this order; those of the other lists come last. */
    public static List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(ALL.settings());
        all.addAll(KnownAuditSettings.all());
        all.addAll(KnownCacheSettings.all());
        all.addAll(KnownShardSettings.all());
        all.addAll(KnownVerdictSettings.all());
        return List.copyOf(all);
    }
}
