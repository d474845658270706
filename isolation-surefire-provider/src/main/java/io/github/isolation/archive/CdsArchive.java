package io.github.isolation.archive;

import io.github.isolation.fork.CacheDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The archive of one execution's workers: whether there may be one, whether there is one, and how a JVM is told.
 *
 * <p>Decided before the first worker is launched, so it looks at files and reads none of them to the end.
 */
public final class CdsArchive {
    /** What an argument may be long on Linux, with room to spare. */
    private static final int LONGEST_CLASS_PATH = 100_000;

    /** The JVMs whose options these are; OpenJ9 has a cache of its own. */
    private static final String HOTSPOT = ".*(HotSpot|OpenJDK|GraalVM).*";

    /** Whose an archive is that all suites share. */
    private static final String NOBODY = "";

    /** The name of the file with {@linkplain #usualClasses() what most workers load}, beside the archive. */
    public static final String USUAL = "usual";

    /** How many jars a line names. */
    private static final int MOST_NAMED = 3;

    private final ArchiveStore store;
    private final ClassPath classPath;
    private final Fingerprint madeOf;
    private final List<Path> otherJars;
    private final Fingerprint checked;
    private final String owner;
    private final boolean forAgents;
    private final @Nullable Path archive;
    private final Consumer<String> note;
    private volatile boolean doubted;
    private boolean isJudged;
    /** Read to the end in this run already; there may be many crashes. */
    private boolean isWhole;

    private CdsArchive(
            ArchiveStore store,
            ClassPath classPath,
            Fingerprint madeOf,
            List<Path> otherJars,
            Fingerprint checked,
            String owner,
            boolean forAgents,
            @Nullable Path archive,
            Consumer<String> note) {
        this.store = store;
        this.classPath = classPath;
        this.madeOf = madeOf;
        this.otherJars = otherJars;
        this.checked = checked;
        this.owner = owner;
        this.forAgents = forAgents;
        this.archive = archive;
        this.note = note;
    }

    /**
     * Looks for an archive.
     *
     * @param cacheDirectory where archives are kept
     * @param bootJar the jar with which Surefire starts its fork
     * @param options the JVM options of the workers, but for our own agent's
     * @param audited whether workers have our own agent
     * @param note told in one line what a user should know
     * @return empty if these workers cannot have one
     */
    public static Optional<CdsArchive> look(
            Path cacheDirectory, Path bootJar, List<String> options, boolean audited, Consumer<String> note) {
        try {
            Optional<String> forbids = ForbiddingOptions.firstOf(options);
            if (forbids.isPresent()) {
                if (!ForbiddingOptions.saysNoMore(forbids.get())) {
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
            ArchiveStore store = new ArchiveStore(cacheDirectory);
            return look(store, classPath, classPath.otherJars(), NOBODY, ArchiveOptions.AOT_CACHE && audited, note);
        } catch (IOException | IllegalArgumentException e) {
            note.accept("isolation: no class-data archive: " + e);
            return Optional.empty();
        }
    }

    /**
     * The one that has the jars of a suite in it as well, as far as they may come before everything else. Takes the time to
     * look into all of them where this suite has not been seen with these jars.
     *
     * @param suite whose archive it is: when it is made, the one that the same suite had before is removed
     * @param repository where jars are that builds do not make anew each time; null if that is not known
     * @param note told in one line what a user should know
     * @return empty if there is to be none
     */
    public Optional<CdsArchive> ofSuite(String suite, @Nullable Path repository, Consumer<String> note) {
        try {
            Map<Path, JarNames> names = KnownJars.of(store, suite, otherJars, checked);
            SuiteJars jars = SuiteJars.of(
                    classPath.rest(), repository, jar -> Objects.requireNonNull(names.get(jar), jar::toString));
            String kept = jars.kept().isEmpty()
                    ? ""
                    : "; " + named(jars.kept()) + " may not come before what the project has";
            if (jars.moved().isEmpty()) {
                note.accept("isolation: no class-data archive of this suite's jars: there is none that could be in it"
                        + kept);
                return Optional.empty();
            }
            Optional<CdsArchive> found =
                    look(store, classPath.withFirst(jars.moved()), otherJars, suite, forAgents, note);
            if (found.isPresent() && !found.get().isThere()) {
                note.accept(
                        "isolation: there is no class-data archive of this suite's jars yet. A run of all tests makes one at its"
                                + " end, of " + jars.moved().size() + " jars" + kept);
            }
            return found;
        } catch (IOException e) {
            note.accept("isolation: no class-data archive of this suite's jars: " + e);
            return Optional.empty();
        }
    }

    private static String named(List<Path> jars) {
        String first = jars.stream()
                .limit(MOST_NAMED)
                .map(jar -> String.valueOf(jar.getFileName()))
                .collect(Collectors.joining(", "));
        return jars.size() > MOST_NAMED ? first + " and " + (jars.size() - MOST_NAMED) + " more" : first;
    }

    private static Optional<CdsArchive> look(
            ArchiveStore store,
            ClassPath classPath,
            List<Path> otherJars,
            String owner,
            boolean forAgents,
            Consumer<String> note)
            throws IOException {
        Fingerprint madeOf = identity(classPath, owner, forAgents);
        Fingerprint checked = Fingerprint.of(otherJars);
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
        return Optional.of(
                new CdsArchive(store, classPath, madeOf, otherJars, checked, owner, forAgents, usable, note));
    }

    private static Fingerprint identity(ClassPath classPath, String owner, boolean forAgents) throws IOException {
        return Fingerprint.of(classPath.infrastructure())
                .withModules(forAgents ? ArchiveOptions.MODULE_OF_AGENTS : "")
                .ownedBy(owner);
    }

    /** Whether workers can use it now; if not, {@link Training} can make it. */
    public boolean isThere() {
        return archive != null && !doubted;
    }

    /**
     * Whether a worker that is started now can use it: its jars are still those that it was made of. A JVM need not look itself: one of Java 25 does not
     * mind that the time of a jar is another.
     */
    public synchronized boolean isUsable() {
        if (isThere() && !isAsItWas()) {
            doubted = true;
            note.accept(
                    "isolation: a jar was changed while the tests ran, so from here on workers start without the class-data archive,"
                            + " which has the classes that were in it");
        }
        return isThere();
    }

    private boolean isAsItWas() {
        try {
            return identity(classPath, owner, forAgents).text().equals(madeOf.text());
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether jars of the suite are in it. */
    public boolean isOfSuite() {
        return !owner.equals(NOBODY);
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

    /** Whether a worker with our agent, or without it, can be started from it. */
    public boolean suits(boolean audited) {
        return options().suit(audited);
    }

    /**
     * What comes after the other options of a worker, up to the main class, in place of {@code -jar}.
     *
     * @param audited whether it has our agent; what is tried out after an audit has not
     */
    public List<String> launch(boolean audited) {
        return options().toUse(String.valueOf(archive), audited);
    }

    /** The same for a JVM that makes the archive, in a directory. */
    List<String> launchToMake(Path directory) {
        return options().toMake(directory.resolve("archive"));
    }

    private ArchiveOptions options() {
        return new ArchiveOptions(classPath, forAgents);
    }

    /**
     * The names of the classes that most workers load, in a file, for a JVM that has time to load them before they are needed.
     * Empty if nobody has written it, and where the JVM itself loads what is in the archive when it starts (JEP 483).
     */
    public Optional<Path> usualClasses() {
        if (archive == null || ArchiveOptions.AOT_CACHE) {
            return Optional.empty();
        }
        Path usual = archive.resolveSibling(USUAL);
        return Files.isRegularFile(usual) ? Optional.of(usual) : Optional.empty();
    }

    /** The jars that the archive is made of. */
    public List<Path> infrastructure() {
        return classPath.infrastructure();
    }

    /** It was made: of a suite, the one before it is of no use to anybody any more. With agents and without, a suite has one each. */
    void published() throws IOException {
        if (isOfSuite()) {
            Optional<String> before =
                    store.succeed(forAgents ? owner + " " + ArchiveOptions.MODULE_OF_AGENTS : owner, madeOf);
            if (before.isPresent() && Files.isDirectory(store.directory().resolve(before.get()))) {
                new StoredArchive(store, before.get()).removeUnlessUsed();
            }
        }
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
            for (Path jar : otherJars) {
                if (ShadowingJars.isOne(jar)) {
                    store.keepVerdict(checked, jar.toString());
                    return;
                }
            }
            store.keepVerdict(checked, "");
        }
    }
}
