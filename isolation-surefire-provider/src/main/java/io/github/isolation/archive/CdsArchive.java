package io.github.isolation.archive;

import io.github.isolation.fork.CacheDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The archive of one execution's workers: whether there may be one, whether there is one, and how a JVM is told.
 *
 * <p>Decided before the first worker is launched, so it looks at files and reads none of them to the end.
 */
public final class CdsArchive {
    /** From this version on, the JVM keeps more than classes: linked constants, profiles. */
    private static final int AOT_CACHE_SINCE = 25;

    /** What an argument may be long on Linux, with room to spare. */
    private static final int LONGEST_CLASS_PATH = 100_000;

    /** Options after which a JVM refuses archives, or that say what the user wants to have of them. */
    private static final Pattern FORBIDS =
            Pattern.compile("-Xshare:.*|-XX:(Shared|ArchiveClasses|AOT|[+-]AOT|[+-]UseSharedSpaces|[+-]AutoCreate).*"
                    + "|-agentlib:(?!jdwp).*|-agentpath:.*|-Xbootclasspath.*|--patch-module.*|--upgrade-module-path.*"
                    + "|--limit-modules.*|--module-path.*|-p|-XX:Flags=.*|-XX:VMOptionsFile=.*|@.*");

    /** Of these, what says no more than that there is to be no archive. */
    private static final Set<String> OFF = Set.of("-Xshare:off", "-XX:-UseSharedSpaces", "-XX:AOTMode=off");

    /** The JVMs whose options these are; OpenJ9 has a cache of its own. */
    private static final String HOTSPOT = ".*(HotSpot|OpenJDK|GraalVM).*";

    private static final boolean AOT_CACHE = Runtime.version().feature() >= AOT_CACHE_SINCE;

    /**
     * An archive is put at a random address by default, and every pointer in it is moved: a twentieth of the CPU time of a
     * worker with one class, in a profile. The option against it is for diagnosis, so a version that we do not know may not
     * know it.
     */
    private static final boolean CAN_STAY_IN_PLACE = Runtime.version().feature() <= 25;

    private final ArchiveStore store;
    private final ClassPath classPath;
    private final Fingerprint madeOf;
    private final Fingerprint checked;
    private final @Nullable Path archive;
    private volatile boolean doubted;
    private boolean isJudged;
    /** Read to the end in this run already; there may be many crashes. */
    private boolean isWhole;

    private CdsArchive(
            ArchiveStore store, ClassPath classPath, Fingerprint madeOf, Fingerprint checked, @Nullable Path archive) {
        this.store = store;
        this.classPath = classPath;
        this.madeOf = madeOf;
        this.checked = checked;
        this.archive = archive;
    }

    /**
     * Looks for an archive.
     *
     * @param cacheDirectory where archives are kept
     * @param bootJar the jar with which Surefire starts its fork
     * @param options the JVM options of the workers
     * @param note told in one line what a user should know
     * @return empty if these workers cannot have one
     */
    public static Optional<CdsArchive> look(
            Path cacheDirectory, Path bootJar, List<String> options, Consumer<String> note) {
        try {
            Optional<String> forbids =
                    options.stream().filter(CdsArchive::forbids).findFirst();
            if (forbids.isPresent()) {
                // Who wrote -Xshare:off knows.
                if (!OFF.contains(forbids.get())) {
                    note.accept("isolation: no class-data archive for workers with " + forbids.get());
                }
                return Optional.empty();
            }
            ClassPath classPath = ClassPath.ofManifest(bootJar);
            if (!System.getProperty("java.vm.name", "").matches(HOTSPOT)
                    || !classPath.isEnough()
                    || classPath.text().length() > LONGEST_CLASS_PATH) {
                return Optional.empty();
            }
            if (classPath.isShadowedByDirectory()) {
                note.accept(
                        "isolation: no class-data archive: this project has classes in packages of JUnit or Surefire");
                return Optional.empty();
            }
            CacheDirectory.require(cacheDirectory, note);
            return look(new ArchiveStore(cacheDirectory), classPath, note);
        } catch (IOException | IllegalArgumentException e) {
            note.accept("isolation: no class-data archive: " + e);
            return Optional.empty();
        }
    }

    private static Optional<CdsArchive> look(ArchiveStore store, ClassPath classPath, Consumer<String> note)
            throws IOException {
        Fingerprint madeOf = Fingerprint.of(classPath.infrastructure());
        Fingerprint checked = Fingerprint.of(classPath.otherJars());
        Optional<String> verdict = store.verdict(checked);
        if (verdict.isPresent() && !verdict.get().isEmpty()) {
            note.accept("isolation: no class-data archive: " + verdict.get()
                    + " has classes of JUnit or Surefire of its own");
            return Optional.empty();
        }
        Optional<Path> found = store.findToUse(madeOf);
        if (found.isPresent() && !store.isWhole(found.get())) {
            note.accept("isolation: the class-data archive " + found.get() + " is damaged and is made again; "
                    + setAside(store, madeOf));
            found = Optional.empty();
        }
        if (found.isEmpty()) {
            store.takeWord(madeOf)
                    .ifPresent(why -> note.accept(
                            "isolation: the last build made no class-data archive: " + why + "; this one tries again"));
        }
        Path usable = verdict.isPresent() ? found.orElse(null) : null;
        return Optional.of(new CdsArchive(store, classPath, madeOf, checked, usable));
    }

    private static boolean forbids(String option) {
        return FORBIDS.matcher(option).matches() || (AOT_CACHE && option.startsWith("-javaagent:"));
    }

    /** Whether workers can use it now; if not, {@link Training} can make it. */
    public boolean isThere() {
        return archive != null && !doubted;
    }

    /** Nobody is to use it from now on. */
    public void doubt() {
        doubted = true;
    }

    /** Reads all of it. If it is damaged nobody uses it any more, in this build or another, which the text says. */
    public synchronized Optional<String> examine() {
        Path examined = archive;
        if (examined == null || isJudged || isWhole) {
            return Optional.empty();
        }
        try {
            isWhole = store.hasItsContent(examined);
            if (isWhole) {
                return Optional.empty();
            }
        } catch (IOException e) {
            return Optional.of("isolation: the class-data archive " + examined + " cannot be read: " + e);
        }
        return judge("isolation: the class-data archive " + examined
                + " is damaged. Workers start without it, and the next build makes another; ");
    }

    /** Whatever is in it, no worker starts from it: nobody uses it any more, in this build or another, which the text says. */
    public synchronized Optional<String> blame() {
        return archive == null || isJudged
                ? Optional.empty()
                : judge(
                        "isolation: no worker starts from the class-data archive " + archive
                                + ", and without it they do. The next build makes another (-Disolation.archive=false does without); ");
    }

    private Optional<String> judge(String text) {
        isJudged = true;
        doubted = true;
        return Optional.of(text + setAside(store, madeOf));
    }

    private static String setAside(ArchiveStore store, Fingerprint madeOf) {
        try {
            return "this one is in " + store.setAside(madeOf);
        } catch (IOException e) {
            return "this one cannot be moved away, so please delete it: " + e;
        }
    }

    /** What comes after the other options of a worker, up to the main class, in place of {@code -jar}. */
    public List<String> launch() {
        List<String> options = new ArrayList<>();
        options.add((AOT_CACHE ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive);
        if (CAN_STAY_IN_PLACE) {
            options.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0"));
        }
        options.addAll(List.of("-cp", classPath.text()));
        return options;
    }

    /** The same for a JVM that makes the archive, in a directory. */
    List<String> launchToMake(Path directory) {
        Path target = directory.resolve("archive");
        List<String> options = new ArrayList<>();
        options.add((AOT_CACHE ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + target);
        options.addAll(
                List.of("-Xlog:disable", "-Disolation.archive.training=true", "-cp", classPath.infrastructureText()));
        return options;
    }

    /** The jars that the archive is made of. */
    public List<Path> infrastructure() {
        return classPath.infrastructure();
    }

    ArchiveStore store() {
        return store;
    }

    Fingerprint madeOf() {
        return madeOf;
    }

    boolean isMade() throws IOException {
        return store.find(madeOf).isPresent();
    }

    /** Looks into every other jar, once for a class path. */
    void check() throws IOException {
        if (store.verdict(checked).isEmpty()) {
            for (Path jar : classPath.otherJars()) {
                if (ShadowingJars.isOne(jar)) {
                    store.keepVerdict(checked, jar.toString());
                    return;
                }
            }
            store.keepVerdict(checked, "");
        }
    }
}
