package io.github.isolation.surefire;

import io.github.isolation.archive.CdsArchive;
import io.github.isolation.archive.ClassLists;
import io.github.isolation.archive.Training;
import io.github.isolation.audit.AuditedRun;
import io.github.isolation.process.EnvironmentOptions;
import io.github.isolation.settings.Configuration;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.settings.Wiring;
import io.github.isolation.supervisor.ArchiveWatch;
import io.github.isolation.worker.WarmUpTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How the JVMs of an execution's workers are started: the user's options, and what makes them start faster where the user
 * left that open.
 *
 * @param user what the user asked for, in this JVM's own options and in the argLine that was moved out of its way
 * @param shortLived whether workers are so short-lived that an optimizing compiler would not pay
 * @param shared the archive; null if there is none, or none may be
 * @param suite the archive that is to come in its place; null if there is none, or if that is the one
 * @param booter how this fork itself was started
 */
record JvmOptions(
        List<String> user,
        boolean shortLived,
        @Nullable CdsArchive shared,
        @Nullable SuiteArchive suite,
        Booter booter) {

    private static final int MAKES_CLASSES_SINCE = 18;

    /** Without an archive of the suite's own. */
    JvmOptions(List<String> user, boolean shortLived, @Nullable CdsArchive shared, Booter booter) {
        this(user, shortLived, shared, null, booter);
    }

    /**
     * Of one execution; looks for an archive.
     *
     * @param ofAllTests whether the run is one of all tests of the module
     */
    static JvmOptions of(
            Booter booter, Configuration configuration, boolean shortLived, boolean ofAllTests, Consumer<String> note) {
        if (configuration.wired() && moved(booter) == null) {
            note.accept(
                    "isolation: this version of Maven or Surefire did not let argLine be moved to the workers, so it is in force"
                            + " for Surefire's own fork as well: an agent in it exists once more");
        }
        List<String> user = userOptions(booter);
        CdsArchive shared = null;
        SuiteArchive suite = null;
        Path cache = configuration.cacheDirectory();
        Optional<Path> bootJar = booter.bootJar();
        if (cache != null && bootJar.isPresent() && booter.usesPlatform()) {
            List<String> all = inForce(user, System.getenv());
            boolean audited = AuditedRun.hasAgent(System.getProperties());
            shared = CdsArchive.look(cache, bootJar.get(), all, audited, note).orElse(null);
            if (shared != null && configuration.archivesSuite()) {
                suite = SuiteArchive.look(shared, booter, System.getProperties(), ofAllTests, note)
                        .orElse(null);
            }
            if (suite != null && suite.classes().isThere()) {
                shared = suite.classes();
                suite = null;
            }
        }
        if (shared == null && configuration.archivesSuite()) {
            note.accept("isolation: workers can have no class-data archive here, so " + SettingNames.ARCHIVE
                    + "=suite is without effect");
        }
        return new JvmOptions(user, shortLived, shared, suite, booter);
    }

    /** What makes the archive that is missing. */
    ArchiveMaking making() {
        if (suite != null && suite.lists() != null) {
            return ArchiveMaking.afterTests(training(suite.classes(), suite.lists()), booter::isMavenThere);
        }
        return suite != null || shared == null || shared.isThere()
                ? ArchiveMaking.NONE
                : ArchiveMaking.besideTests(training(shared, null), booter::isMavenThere);
    }

    private Training training(CdsArchive missing, @Nullable ClassLists lists) {
        return new Training(missing, new ArchiveWorker(booter, missing, lists), WarmUpTest.class.getName());
    }

    /** Which archive a worker is started from, for the record. */
    String archiveName() {
        return shared == null ? "" : shared.isOfSuite() ? "suite" : "shared";
    }

    /** What has a worker's JVM write down, in this directory, which classes it loads; empty if nobody wants to know. */
    Optional<String> listing(Path directory, int serial) {
        return suite == null ? Optional.empty() : suite.option(directory, serial);
    }

    /** Removes what was made for the archive of the suite alone. */
    void forget(Consumer<String> note) {
        if (suite != null) {
            suite.forget(note);
        }
    }

    /** The user's argLine where it was moved, and this JVM's own options, less what is the supervisor's alone. */
    static List<String> userOptions(Booter booter) {
        String moved = moved(booter);
        List<String> options = new ArrayList<>(moved == null ? List.of() : Wiring.wordsOf(moved));
        // Otherwise, an option that the supervisor would have been given is the user's.
        booter.commandLine().options().stream()
                .filter(option -> moved == null || !isTheSupervisors(option))
                .forEach(options::add);
        return options;
    }

    private static @Nullable String moved(Booter booter) {
        return booter.systemProperties().getProperty(Wiring.WORKER_ARG_LINE);
    }

    private static boolean isTheSupervisors(String option) {
        return Wiring.isSupervisors(option)
                || Wiring.NO_ASSERTIONS.contains(option)
                || option.startsWith(Wiring.ARG_LINE_MOVED);
    }

    /**
     * Not for a worker of one short class where the JDK maps a file by reflection, for which it makes classes (JEP 416):
     * that takes longer than all the worker has to say.
     */
    boolean keepsJournal() {
        return !shortLived || Runtime.version().feature() < MAKES_CLASSES_SINCE;
    }

    /** Together with those that the environment gives to every JVM. */
    static List<String> inForce(List<String> user, Map<String, String> environment) {
        List<String> all = new ArrayList<>(user);
        for (String name : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")) {
            all.addAll(EnvironmentOptions.split(environment.getOrDefault(name, "")));
        }
        return all;
    }

    /** All of them but the class path. */
    List<String> all() {
        List<String> all = new ArrayList<>(user);
        if (shortLived) {
            all.addAll(SmallJvm.options(inForce(user, System.getenv())));
        }
        return all;
    }

    /** The same for workers that have an agent more: a newer JVM would say that it does without the archive. */
    JvmOptions withoutArchive() {
        return new JvmOptions(user, shortLived, null, null, booter);
    }

    /** Whether a worker that is started now, with our agent or without, is started from the archive. */
    boolean startsFromArchive(boolean audited) {
        return shared != null && shared.isUsable() && shared.suits(audited);
    }

    /** What comes between the options and the booter's arguments. */
    List<String> launch(boolean fromArchive, boolean audited) {
        if (shared == null || !fromArchive) {
            return booter.launch();
        }
        List<String> launch = new ArrayList<>(shared.launch(audited));
        launch.add(Booter.MAIN_CLASS);
        return launch;
    }

    /** The classes that a worker which waits for its first class may load, in a file; empty if there is no such list. */
    Optional<Path> usualClasses(boolean fromArchive) {
        return shared != null && fromArchive ? shared.usualClasses() : Optional.empty();
    }

    /** The jar that workers would be started with if there were no archive; empty if they are. */
    Optional<Path> bootJar(boolean fromArchive) {
        return fromArchive ? booter.bootJar() : Optional.empty();
    }

    /** What the supervisor does about the archive when workers do not start from it. */
    ArchiveWatch archiveWatch(Consumer<String> note) {
        return shared == null ? ArchiveWatch.NOBODY : new CdsArchiveWatch(shared, note);
    }
}
