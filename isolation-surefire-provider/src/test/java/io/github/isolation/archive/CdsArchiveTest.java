package io.github.isolation.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether workers may have an archive, whether they get one, and what becomes of one that is of no use. */
class CdsArchiveTest {
    private static final String API = "io/github/isolation/isolation-api/1/isolation-api-1.jar";
    private static final String ENGINE = "junit-jupiter-engine-6.0.0.jar";

    @TempDir
    Path directory;

    private final List<String> notes = new ArrayList<>();
    private final List<String> entries = new ArrayList<>(List.of("test-classes/", "user.jar", ENGINE, API));
    private Path cache;

    @BeforeEach
    void makeClassPath() throws IOException {
        String vm = System.getProperty("java.vm.name", "");
        assumeTrue(vm.contains("HotSpot") || vm.contains("OpenJDK") || vm.contains("GraalVM"), vm);
        cache = directory.resolve("cache");
        Files.createDirectories(directory.resolve("test-classes"));
        jar(ENGINE, "x.txt");
        jar(API, "x.txt");
        jar("user.jar", "user/A.class");
    }

    @Test
    void whatIsNotMadeYetIsNotThereAndNothingIsSaid() throws IOException {
        CdsArchive classes = look().orElseThrow();
        assertFalse(classes.isThere());
        assertFalse(classes.isMade());
        assertEquals(List.of(directory.resolve(ENGINE), directory.resolve(API)), classes.infrastructure());
        assertEquals(List.of(), notes);
    }

    @Test
    void whatWasMadeAndCheckedIsThere() throws IOException {
        made();
        CdsArchive classes = look().orElseThrow();
        assertTrue(classes.isThere());
        assertTrue(classes.isMade());
        assertEquals(List.of(), notes);
    }

    /** Somebody builds and installs, and workers are started that are to have what the first ones had, or what there is now: no mixture. */
    @Test
    void whenAJarIsChangedWhileTestsRunNobodyStartsFromItAnyMore() throws IOException {
        made();
        CdsArchive classes = look().orElseThrow();
        assertTrue(classes.isUsable());
        Path engine = directory.resolve(ENGINE);
        Files.setLastModifiedTime(engine, FileTime.fromMillis(1_000));
        assertFalse(classes.isUsable());
        assertFalse(classes.isUsable());
        assertEquals(1, notes.size(), "once");
        assertTrue(
                notes.get(0).startsWith("isolation: a jar was changed while the tests ran, so from here on"),
                notes.get(0));
    }

    @Test
    void whenAJarIsGoneWhileTestsRunNobodyStartsFromItAnyMore() throws IOException {
        made();
        CdsArchive classes = look().orElseThrow();
        Files.delete(directory.resolve(ENGINE));
        assertFalse(classes.isUsable());
    }

    /** Some jar may have classes of JUnit's of its own: the next build, which knows, uses the archive. */
    @Test
    void whatNobodyHasCheckedIsNotUsed() throws IOException {
        CdsArchive classes = look().orElseThrow();
        publish(classes);
        assertFalse(look().orElseThrow().isThere());
        classes.check();
        assertTrue(look().orElseThrow().isThere());
    }

    @Test
    void aFatJarIsNamedFromTheSecondBuildOn() throws IOException {
        jar("user.jar", "org/junit/platform/engine/UniqueId.class");
        CdsArchive classes = look().orElseThrow();
        publish(classes);
        classes.check();
        assertEquals(Optional.empty(), look());
        assertEquals(
                List.of("isolation: no class-data archive: " + directory.resolve("user.jar")
                        + " has classes of JUnit or Surefire of its own"),
                notes);
    }

    @Test
    void aFatJarThatBecameLeanIsLookedAtAgain() throws IOException {
        jar("user.jar", "org/junit/platform/engine/UniqueId.class");
        look().orElseThrow().check();
        jar("user.jar", "user/Another.class");
        assertTrue(look().isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xshare:auto",
                "-XX:SharedArchiveFile=x.jsa",
                "-XX:+AutoCreateSharedArchive",
                "-XX:AOTCache=x",
                "-agentlib:hprof",
                "-agentpath:/x.so",
                "-Xbootclasspath/a:x.jar",
                "--patch-module=a=b",
                "--limit-modules=java.base",
                "--module-path=x",
                "-p",
                "-XX:Flags=x",
                "-XX:VMOptionsFile=x",
                "@options",
            })
    void optionsThatForbidArchivesAreNamed(String option) throws IOException {
        assertEquals(Optional.empty(), look("-ea", option));
        assertEquals(List.of("isolation: no class-data archive for workers with " + option), notes);
    }

    /** Who wrote them knows. */
    @ParameterizedTest
    @ValueSource(strings = {"-Xshare:off", "-XX:-UseSharedSpaces", "-XX:AOTMode=off"})
    void optionsThatSwitchArchivesOffAreNotCommentedOn(String option) throws IOException {
        assertEquals(Optional.empty(), look(option));
        assertEquals(List.of(), notes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-ea", "-Xmx1g", "-agentlib:jdwp=transport=dt_socket", "-Dx=-Xshare:off", "-XX:+UseG1GC"})
    void otherOptionsHaveNothingToDoWithIt(String option) throws IOException {
        assertTrue(look(option).isPresent());
        assertEquals(List.of(), notes);
    }

    @Test
    void withoutJupiterOrOurApiThereIsNothingToMakeItOf() throws IOException {
        entries.remove(API);
        assertEquals(Optional.empty(), look());
        entries.add(API);
        entries.remove(ENGINE);
        assertEquals(Optional.empty(), look());
        assertEquals(List.of(), notes);
    }

    @Test
    void classesInPackagesOfJUnitAreNamed() throws IOException {
        Files.createDirectories(directory.resolve("test-classes/org/junit/jupiter/api"));
        assertEquals(Optional.empty(), look());
        assertEquals(
                List.of("isolation: no class-data archive: this project has classes in packages of JUnit or Surefire"),
                notes);
    }

    @Test
    void whatCannotBeReadIsALineAndNoFailure() throws IOException {
        Files.delete(directory.resolve(ENGINE));
        assertEquals(Optional.empty(), look());
        assertEquals(1, notes.size());
        assertTrue(notes.get(0).contains(ENGINE), notes::toString);
    }

    @Test
    void aWorkerIsToldOfTheArchiveAndHasTheWholeClassPath() throws IOException {
        made();
        List<String> options = look().orElseThrow().launch(false);
        assertTrue(options.get(0).endsWith("=" + archive()), options::toString);
        assertEquals("-cp", options.get(options.size() - 2));
        assertEquals(
                String.join(
                        File.pathSeparator,
                        List.of(ENGINE, API, "test-classes", "user.jar").stream()
                                .map(name -> directory.resolve(name).toString())
                                .toList()),
                options.get(options.size() - 1));
    }

    @Test
    void whoMakesItHasTheInfrastructureAlone() throws IOException {
        List<String> options = look().orElseThrow().launchToMake(directory.resolve("made here"));
        assertTrue(options.get(0).endsWith("=" + directory.resolve("made here/archive")), options::toString);
        assertEquals(
                directory.resolve(ENGINE) + File.pathSeparator + directory.resolve(API),
                options.get(options.size() - 1));
    }

    @Test
    void aDamagedOneIsNamedPutAsideAndMadeAgain() throws IOException {
        made();
        Path archive = archive();
        Files.writeString(archive, "cut");
        CdsArchive classes = look().orElseThrow();
        assertFalse(classes.isThere());
        assertFalse(classes.isMade());
        assertEquals(1, notes.size());
        assertTrue(notes.get(0).contains(archive + " is damaged and is made again; this one is in "), notes::toString);
        made();
        assertTrue(look().orElseThrow().isThere());
    }

    @Test
    void whatIsDoubtedIsNotUsedAnyMoreInThisBuildAlone() throws IOException {
        made();
        CdsArchive classes = look().orElseThrow();
        classes.doubt();
        assertFalse(classes.isThere());
        assertTrue(look().orElseThrow().isThere());
    }

    @Test
    void onExaminationAWholeOneStays() throws IOException {
        made();
        CdsArchive classes = look().orElseThrow();
        assertEquals(Optional.empty(), classes.examine());
        assertTrue(classes.isThere());
    }

    /** The file looks as it did; a disk has forgotten what was in it. */
    @Test
    void onExaminationADamagedOneIsJudgedOnce() throws IOException {
        made();
        CdsArchive classes = look().orElseThrow();
        Path archive = archive();
        Files.writeString(archive, "cl4sses");
        String verdict = classes.examine().orElseThrow();
        assertTrue(
                verdict.startsWith("isolation: the class-data archive " + archive + " is damaged. Workers start without"
                        + " it, and the next build makes another; this one is in "),
                verdict);
        assertFalse(classes.isThere());
        assertFalse(Files.exists(archive));
        assertEquals(Optional.empty(), classes.examine());
        assertEquals(Optional.empty(), classes.blame());
    }

    @Test
    void oneThatNoWorkerStartsFromIsBlamedWhateverIsInIt() throws IOException {
        made();
        CdsArchive classes = look().orElseThrow();
        String verdict = classes.blame().orElseThrow();
        assertTrue(verdict.contains("no worker starts from the class-data archive "), verdict);
        assertTrue(verdict.contains("-Disolation.archive=false does without"), verdict);
        assertFalse(classes.isThere());
        assertFalse(look().orElseThrow().isThere());
        assertEquals(Optional.empty(), classes.blame());
    }

    @Test
    void whereThereIsNoneNoneIsToBlame() throws IOException {
        CdsArchive classes = look().orElseThrow();
        assertEquals(Optional.empty(), classes.examine());
        assertEquals(Optional.empty(), classes.blame());
    }

    @Test
    void whatCannotBeMovedAwayIsLeftToTheUser() throws IOException {
        made();
        CdsArchive classes = look().orElseThrow();
        look().orElseThrow().blame();
        String verdict = classes.blame().orElseThrow();
        assertTrue(verdict.contains("this one cannot be moved away, so please delete it: "), verdict);
        assertFalse(classes.isThere());
    }

    @Test
    void ofASuiteTheUsersJarsComeSecondAndWhatIsTheProjectsLast() throws IOException {
        CdsArchive suite = madeOfSuite("m");
        assertTrue(suite.isThere());
        assertTrue(suite.isOfSuite());
        assertFalse(look().orElseThrow().isOfSuite());
        List<String> order = List.of(ENGINE, API, "user.jar", "test-classes");
        assertEquals(paths(order), suite.launch(false).get(suite.launch(false).size() - 1));
        assertEquals(paths(order.subList(0, 3)), lastOf(suite.launchToMake(directory)));
        assertEquals(List.of(), notes);
    }

    /** Where the JVM itself loads what is in the archive, nobody else need. */
    @Test
    void ofASuiteItIsKnownWhatMostWorkersLoad() throws IOException {
        CdsArchive suite = madeOfSuite("m");
        assertEquals(Optional.empty(), suite.usualClasses(), "nobody has written that down");
        Path list = Files.writeString(Path.of(archiveOption(suite)).resolveSibling(CdsArchive.USUAL), "user.A\n");
        boolean loadsByItself = Runtime.version().feature() >= 25;
        assertEquals(loadsByItself ? Optional.empty() : Optional.of(list), suite.usualClasses());
        assertEquals(Optional.empty(), look().orElseThrow().usualClasses(), "there is no archive");
    }

    private static String archiveOption(CdsArchive classes) {
        String option = classes.launch(false).get(0);
        return option.substring(option.indexOf('=') + 1);
    }

    @Test
    void whatASuiteHasYetToMakeIsSaidAndEachSuiteMakesItsOwn() throws IOException {
        madeOfSuite("m");
        CdsArchive other = look().orElseThrow().ofSuite("n", null, notes::add).orElseThrow();
        assertFalse(other.isThere());
        assertFalse(other.isMade());
        assertEquals(
                List.of(
                        "isolation: there is no class-data archive of this suite's jars yet. A run of all tests makes one at its"
                                + " end, of 1 jars"),
                notes);
    }

    /** It would win where the directory has won until now. */
    @Test
    void aFileThatTheProjectHasAsWellKeepsItsJarOut() throws IOException {
        madeOfSuite("m");
        jar("second.jar", "user/B.class");
        entries.add(2, "second.jar");
        madeOfSuite("m");
        Files.createDirectories(directory.resolve("test-classes/user"));
        Files.writeString(directory.resolve("test-classes/user/AnotherTest.class"), "");
        assertEquals(Optional.empty(), look().orElseThrow().ofSuite("m", null, notes::add));
        assertEquals(
                List.of("isolation: no class-data archive of this suite's jars: there is none that could be in it;"
                        + " user.jar, second.jar may not come before what the project has"),
                notes);
    }

    /** Nobody else could use it. */
    @Test
    void whenJarsChangeTheArchiveBeforeIsRemoved() throws IOException {
        made();
        publishOfSuite("m");
        publishOfSuite("n");
        assertEquals(3, StoredArchive.all(cache).size());
        jar("user.jar", "user/Another.class", "user/Third.class");
        publishOfSuite("m");
        assertEquals(3, StoredArchive.all(cache).size());
        assertTrue(look().orElseThrow().isThere(), "the one that all share");
        assertTrue(look().orElseThrow()
                .ofSuite("m", null, notes::add)
                .orElseThrow()
                .isThere());
        assertFalse(look().orElseThrow()
                .ofSuite("n", null, notes::add)
                .orElseThrow()
                .isThere());
    }

    @Test
    void aJarThatCannotBeReadIsALineAndNoFailureOfTheSuite() throws IOException {
        Files.writeString(directory.resolve("user.jar"), "no jar");
        assertEquals(Optional.empty(), look().orElseThrow().ofSuite("m", null, notes::add));
        assertEquals(1, notes.size());
        assertTrue(notes.get(0).startsWith("isolation: no class-data archive of this suite's jars: "), notes::toString);
    }

    private void publishOfSuite(String suite) throws IOException {
        CdsArchive classes =
                look().orElseThrow().ofSuite(suite, null, notes::add).orElseThrow();
        assertFalse(classes.isThere());
        publish(classes);
        classes.published();
        classes.check();
        notes.clear();
    }

    private CdsArchive madeOfSuite(String suite) throws IOException {
        publishOfSuite(suite);
        return look().orElseThrow().ofSuite(suite, null, notes::add).orElseThrow();
    }

    private String paths(List<String> names) {
        return String.join(
                File.pathSeparator,
                names.stream().map(name -> directory.resolve(name).toString()).toList());
    }

    private static String lastOf(List<String> options) {
        return options.get(options.size() - 1);
    }

    private Optional<CdsArchive> look(String... options) throws IOException {
        Path boot = directory.resolve("boot.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", entries));
        new JarOutputStream(Files.newOutputStream(boot), manifest).close();
        return CdsArchive.look(cache, boot, List.of(options), false, notes::add);
    }

    private void made() throws IOException {
        CdsArchive classes = look().orElseThrow();
        publish(classes);
        classes.check();
        notes.clear();
    }

    private static void publish(CdsArchive classes) throws IOException {
        Path made = classes.store().newDirectory();
        Files.writeString(made.resolve("archive"), "classes");
        classes.store().publish(made, classes.madeOf());
    }

    private Path archive() throws IOException {
        return StoredArchive.all(cache).get(0).directory().resolve("archive");
    }

    private void jar(String name, String... inIt) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (String entry : inIt) {
                jar.putNextEntry(new ZipEntry(entry));
                jar.closeEntry();
            }
        }
    }
}
