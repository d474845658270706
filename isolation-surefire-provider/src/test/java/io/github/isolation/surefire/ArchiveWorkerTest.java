package io.github.isolation.surefire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.archive.CdsArchive;
import io.github.isolation.archive.ClassLists;
import io.github.isolation.archive.Training;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.protocol.Endpoint;
import io.github.isolation.settings.Configuration;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.supervisor.ArchiveWatch;
import io.github.isolation.supervisor.core.Effect;
import io.github.isolation.worker.IsolationProvider;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worker that makes an archive: of JUnit, Surefire and us, and of nothing that is the user's. */
class ArchiveWorkerTest {
    private static final String API = "io/github/isolation/isolation-api/1/isolation-api-1.jar";
    private static final String JUPITER = "junit-jupiter-engine-6.0.0.jar";

    private final Endpoint endpoint =
            new Endpoint(new InetSocketAddress(InetAddress.getLoopbackAddress(), 4711), "secret", null);
    private final List<String> notes = new ArrayList<>();
    private Booter booter;
    private CdsArchive shared;

    @TempDir
    Path directory;

    @BeforeEach
    void make() throws IOException {
        Path api = directory.resolve(API);
        Files.createDirectories(api.getParent());
        Files.write(api, new byte[0]);
        Files.write(directory.resolve(JUPITER), new byte[0]);
        Files.write(directory.resolve("users.jar"), new byte[0]);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, JUPITER + " " + API + " users.jar");
        Path boot = directory.resolve("boot.jar");
        new JarOutputStream(Files.newOutputStream(boot), manifest).close();
        booter = Forks.in(
                directory,
                Booter.PROVIDER,
                Forks.PLATFORM,
                "tc.0",
                "p.A",
                "classPathUrl.0",
                "users.jar",
                "groups",
                "slow",
                "includeJUnit5Engines",
                "other",
                "kept",
                "as it was",
                Booter.RERUNS,
                "2");
        shared = CdsArchive.look(directory.resolve("cache"), boot, List.of(), false, notes::add)
                .orElseThrow();
    }

    @Test
    void ofTheUsersNothingIsInIt() throws IOException {
        Properties worker = properties(2);
        assertNull(worker.getProperty("tc.0"));
        assertNull(worker.getProperty("groups"));
        assertNull(worker.getProperty("includeJUnit5Engines"));
        assertEquals("as it was", worker.getProperty("kept"));
        assertEquals(directory.resolve(JUPITER).toString(), worker.getProperty("classPathUrl.0"));
        assertEquals(directory.resolve(API).toString(), worker.getProperty("classPathUrl.1"));
        assertNull(worker.getProperty("classPathUrl.2"));
    }

    @Test
    void itIsAWorkerThatWarmsUp() throws IOException {
        Properties worker = properties(2);
        assertEquals(IsolationProvider.class.getName(), worker.getProperty(Booter.PROVIDER));
        assertEquals(Forks.PLATFORM, worker.getProperty(IsolationProvider.DELEGATE));
        assertEquals("true", worker.getProperty(IsolationProvider.WARM_UP));
        assertEquals(endpoint.toConnectionString(), worker.getProperty(Booter.CHANNEL));
        assertEquals("0", worker.getProperty(Booter.RERUNS));
    }

    /** That takes classes, too. */
    @Test
    void itLooksForItsTemporaryDirectoryAsOthersDo() throws IOException {
        assertEquals(
                System.getProperty("java.io.tmpdir"),
                properties(1).getProperty(ForkProperties.PROMISE_PREFIX + "java.io.tmpdir"));
    }

    @Test
    void itIsInNobodysWay() throws IOException {
        List<String> command = command();
        if (File.separatorChar == '/') {
            assertEquals(List.of("nice", "-n", "19", "/jdk/bin/java", "-Xarchive"), command.subList(0, 5));
        }
        assertTrue(command.contains(Booter.MAIN_CLASS), command::toString);
        assertFalse(command.contains("-jar"), command::toString);
    }

    @Test
    void aMissingArchiveIsMadeAndNoWorkerStartsFromIt() {
        JvmOptions options = new JvmOptions(List.of(), false, shared, booter);
        assertFalse(options.startsFromArchive(false));
        assertEquals(booter.launch(), options.launch(false, false));
        assertNotSame(ArchiveMaking.NONE, options.making());
        assertEquals("shared", options.archiveName());
        assertEquals(List.of(), notes);
    }

    @Test
    void whereWorkersHaveAnArchiveSomebodyWatchesIt() {
        ArchiveWatch watch = new JvmOptions(List.of(), false, shared, booter).archiveWatch(notes::add);
        assertTrue(watch instanceof CdsArchiveWatch);
        watch.perform(Effect.AboutArchive.EXAMINE);
        assertEquals(List.of(), notes, "there is none yet, and nothing to say of it");
    }

    @Test
    void withoutACacheOrThePlatformThereIsNone() {
        Properties wished = Forks.properties("basedir", directory.toString());
        Booter junit4 = Forks.in(directory, Booter.PROVIDER, "org.apache.maven.surefire.junit4.JUnit4Provider");
        assertNull(JvmOptions.of(junit4, Configuration.read(wished), false, true, notes::add)
                .shared());
        assertEquals(List.of(), notes);
        wished.setProperty(SettingNames.ARCHIVE, "suite");
        assertNull(JvmOptions.of(junit4, Configuration.read(wished), false, true, notes::add)
                .suite());
        assertEquals(
                List.of(
                        "isolation: workers can have no class-data archive here, so isolation.archive=suite is without effect"),
                notes);
    }

    /** It knows what other workers have loaded, and nothing else of the user's. */
    @Test
    void ofASuiteItLoadsWhatWorkersHaveLoaded() throws IOException {
        ClassLists lists = new ClassLists();
        lists.option(directory, 1);
        Training.Launcher worker = new ArchiveWorker(booter, shared, lists);
        IOException none = assertThrows(IOException.class, () -> worker.prepare(List.of(), endpoint));
        assertEquals("the workers have listed no class that they had loaded", none.getMessage());
        Files.writeString(directory.resolve("worker-1-classes.log"), "org.a.A source: file:/a.jar\n");
        List<String> command = worker.prepare(List.of(), endpoint).command();
        String list = read(command.get(command.size() - 2)).getProperty(IsolationProvider.LOADS);
        assertEquals(List.of("org.a.A"), Files.readAllLines(Path.of(list)));
        assertNull(properties(2).getProperty(IsolationProvider.LOADS));
        worker.complete(directory);
        assertEquals(List.of("org.a.A"), Files.readAllLines(directory.resolve(CdsArchive.USUAL)));
    }

    @Test
    void nobodyKnowsWhatWorkersOfAllSuitesUsuallyLoad() throws IOException {
        new ArchiveWorker(booter, shared, null).complete(directory);
        assertFalse(Files.exists(directory.resolve(CdsArchive.USUAL)));
    }

    @Test
    void ofASuiteWorkersWriteDownWhatTheyLoadUntilThereIsOne() throws IOException {
        new JarOutputStream(Files.newOutputStream(directory.resolve("users.jar")), new Manifest()).close();
        SuiteArchive suite = SuiteArchive.look(shared, booter, new Properties(), true, notes::add)
                .orElseThrow();
        assertFalse(suite.classes().isThere());
        JvmOptions options = new JvmOptions(List.of(), false, shared, suite, booter);
        assertNotSame(ArchiveMaking.NONE, options.making());
        assertTrue(options.listing(directory, 1).orElseThrow().startsWith("-Xlog:class+load"));
        options.forget(notes::add);
        assertFalse(Files.exists(directory.resolve("worker-1-classes.log")));
        assertEquals(1, notes.size(), notes::toString);
    }

    /** A run of a few tests would make one of a few classes. */
    @Test
    void ofASuiteOnlyARunOfAllTestsMakesOne() throws IOException {
        new JarOutputStream(Files.newOutputStream(directory.resolve("users.jar")), new Manifest()).close();
        Booter one = Forks.in(directory, "requestedTest", "AnyTest");
        for (SuiteArchive suite : List.of(
                SuiteArchive.look(shared, booter, new Properties(), false, notes::add)
                        .orElseThrow(),
                SuiteArchive.look(shared, one, new Properties(), true, notes::add)
                        .orElseThrow())) {
            JvmOptions options = new JvmOptions(List.of(), false, shared, suite, booter);
            assertSame(ArchiveMaking.NONE, options.making());
            assertEquals(Optional.empty(), options.listing(directory, 1));
        }
    }

    private List<String> command() throws IOException {
        return new ArchiveWorker(booter, shared, null)
                .prepare(List.of("-Xarchive"), endpoint)
                .command();
    }

    private Properties properties(int fromTheEnd) throws IOException {
        List<String> command = command();
        return read(command.get(command.size() - fromTheEnd));
    }

    private Properties read(String file) throws IOException {
        Properties read = new Properties();
        try (var in = Files.newInputStream(directory.resolve(file))) {
            read.load(in);
        }
        return read;
    }
}
