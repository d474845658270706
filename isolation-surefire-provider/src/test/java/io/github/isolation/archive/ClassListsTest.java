package io.github.isolation.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What JVMs say that they have loaded. */
class ClassListsTest {
    @TempDir
    Path directory;

    private final ClassLists lists = new ClassLists();

    @Test
    void classesOfJarsAreTakenOnceAndOthersNot() throws IOException {
        lists.option(directory, 1);
        lists.option(directory, 2);
        Files.writeString(directory.resolve("worker-1-classes.log"), """
                java.lang.Object source: shared objects file
                java.sql.Driver source: jrt:/java.sql
                org.b.B source: file:/m2/with%20blank/b.jar
                shop.ShopTest source: file:/project/target/test-classes/
                org.b.B$$Lambda/0x00007f2b9c000a00 source: org.b.B
                org.b.B$$Lambda$14/0x00007f2b9c000a00 source: file:/m2/b.jar
                jdk.proxy2.$Proxy9 source: __JVM_DefineClass__
                org.b.B$$SpringCGLIB$$0 source: __ClassLoader::defineClass__
                """);
        Files.writeString(directory.resolve("worker-2-classes.log"), """
                org.b.B source: shared objects file (top)
                org.a.A$Inner source: file:/m2/a.jar
                org.cut.Off sour""");
        Path file = directory.resolve("names");
        assertEquals(3, lists.read().write(file));
        assertEquals(List.of("java.sql.Driver", "org.b.B", "org.a.A$Inner"), Files.readAllLines(file));
        lists.delete();
        assertFalse(Files.exists(directory.resolve("worker-1-classes.log")));
    }

    @Test
    void usualIsWhatHalfOfThoseWithAListHaveLoaded() throws IOException {
        List<List<String>> loaded = List.of(
                List.of("org.All", "org.Three"),
                List.of("org.All", "org.Three", "org.Two"),
                List.of("org.All", "org.Three", "org.Two", "org.One"),
                List.of());
        for (int i = 0; i < loaded.size(); i++) {
            lists.option(directory, i);
            StringBuilder list = new StringBuilder();
            loaded.get(i).forEach(name -> list.append(name).append(" source: file:/m2/b.jar\n"));
            Files.writeString(directory.resolve("worker-" + i + "-classes.log"), list);
        }
        Path file = directory.resolve("names");
        assertEquals(3, lists.read().writeUsual(file));
        assertEquals(List.of("org.All", "org.Three", "org.Two"), Files.readAllLines(file));
        assertEquals(4, lists.read().write(file));
    }

    /** Java's own, which says nothing on any stream. */
    @Test
    void aJvmTakesTheOption() throws Exception {
        Path place = Files.createDirectories(directory.resolve("with blank: and colon, and comma"));
        String option = lists.option(place, 7).orElseThrow();
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), option, "-version")
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(java.waitFor(1, TimeUnit.MINUTES));
        assertEquals(0, java.exitValue(), said);
        assertFalse(said.contains("source:"), said);
        String log = Files.readString(place.resolve("worker-7-classes.log"));
        assertTrue(log.startsWith("java.lang.Object source: "), log);
    }

    @Test
    void whatWouldMeanSomethingToTheJvmIsNotNamed() throws IOException {
        assertEquals(Optional.empty(), lists.option(Files.createDirectories(directory.resolve("%p")), 1));
        assertEquals(Optional.empty(), lists.option(directory.resolve("not there"), 1));
        assertEquals(0, lists.read().write(directory.resolve("names")));
    }

    @Test
    void notEveryWorkerOfAThousandHasToSay() {
        int asked = 0;
        for (int serial = 1; serial <= 1_000; serial++) {
            asked += lists.option(directory, serial).isPresent() ? 1 : 0;
        }
        assertEquals(32, asked);
    }
}
