package io.github.isolation.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar comes before the project's classes only where nobody could tell the difference. */
class SuiteJarsTest {
    @TempDir
    Path directory;

    @BeforeEach
    void makeProject() throws IOException {
        file("test-classes/shop/ShopTest.class");
        file("test-classes/application.properties");
        file("classes/shop/Shop.class");
        file("classes/META-INF/services/shop.Service");
    }

    @Test
    void whatHasNothingInCommonWithTheProjectIsMovedInItsOrder() throws IOException {
        jar("m2/b.jar", "org/b/B.class", "org/b/b.properties", "META-INF/services/org.b.Service");
        jar("m2/a.jar", "org/a/A.class", "META-INF/MANIFEST.MF");
        assertEquals(List.of("m2/b.jar", "m2/a.jar"), moved("test-classes", "classes", "m2/b.jar", "m2/a.jar"));
    }

    @Test
    void aFileThatADirectoryHasAsWellKeepsAJarInItsPlace() throws IOException {
        jar("m2/a.jar", "org/a/A.class", "application.properties");
        jar("m2/b.jar", "org/b/B.class", "META-INF/services/shop.Service");
        jar("m2/c.jar", "org/c/C.class", "META-INF/services/other.Service");
        SuiteJars jars = look("test-classes", "classes", "m2/a.jar", "m2/b.jar", "m2/c.jar");
        assertEquals(List.of(directory.resolve("m2/c.jar")), jars.moved());
        assertEquals(List.of(directory.resolve("m2/a.jar"), directory.resolve("m2/b.jar")), jars.kept());
    }

    /** In whose directories somebody may look for classes. */
    @Test
    void aPackageOfTheProjectKeepsAJarInItsPlace() throws IOException {
        jar("m2/a.jar", "shop/Helper.class");
        jar("m2/b.jar", "shop/lib/Library.class");
        jar("m2/c.jar", "shopping/Cart.class");
        assertEquals(List.of("m2/c.jar"), moved("classes", "m2/a.jar", "m2/b.jar", "m2/c.jar"));
    }

    @Test
    void ofOtherVersionsOfTheJvmAClassIsTheSame() throws IOException {
        jar("m2/a.jar", "META-INF/versions/9/application.properties");
        assertEquals(List.of(), moved("test-classes", "m2/a.jar"));
    }

    @Test
    void noJarOvertakesOneThatHasAFileOfTheSameName() throws IOException {
        jar("m2/stays.jar", "application.properties", "log.xml", "META-INF/LICENSE");
        jar("m2/a.jar", "log.xml", "org/a/A.class");
        jar("m2/b.jar", "org/b/B.class", "META-INF/LICENSE", "module-info.class");
        jar("m2/c.jar", "org/a/A.class");
        assertEquals(List.of("m2/b.jar"), moved("test-classes", "m2/stays.jar", "m2/a.jar", "m2/b.jar", "m2/c.jar"));
    }

    /** The project's own manifest, which it may ask for. */
    @Test
    void whatEveryJarHasCountsIfADirectoryHasIt() throws IOException {
        file("classes/META-INF/MANIFEST.MF");
        jar("m2/a.jar", "org/a/A.class", "META-INF/MANIFEST.MF");
        assertEquals(List.of(), moved("classes", "m2/a.jar"));
    }

    /** Other modules' jars are made anew by each build. */
    @Test
    void onlyJarsOfTheRepositoryAreMoved() throws IOException {
        jar("other-module/target/other.jar", "org/other/Other.class", "log.xml");
        jar("m2/a.jar", "log.xml");
        jar("m2/b.jar", "org/b/B.class");
        jar("m2/c.jar", "org/other/Third.class");
        SuiteJars jars = look("classes", "other-module/target/other.jar", "m2/a.jar", "m2/b.jar", "m2/c.jar");
        assertEquals(List.of(directory.resolve("m2/b.jar")), jars.moved());
        assertEquals(List.of(directory.resolve("m2/a.jar"), directory.resolve("m2/c.jar")), jars.kept());
        assertEquals(
                List.of(directory.resolve("m2/b.jar")),
                SuiteJars.of(List.of(directory.resolve("m2/b.jar")), null, JarNames::ofJar)
                        .moved());
    }

    @Test
    void behindAJarThatBringsOthersNothingIsMoved() throws IOException {
        jar("m2/a.jar", "org/a/A.class");
        brings("m2/b.jar", "a.jar");
        jar("m2/c.jar", "org/c/C.class");
        assertEquals(List.of("m2/a.jar"), moved("m2/a.jar", "m2/b.jar", "m2/c.jar"));
        brings("m2/b.jar", "activation.jar missing/mail.jar");
        assertEquals(List.of("m2/a.jar", "m2/b.jar", "m2/c.jar"), moved("m2/a.jar", "m2/b.jar", "m2/c.jar"));
    }

    @Test
    void whatIsNoJarStaysAndWhatIsNotThereDoesNotMatter() throws IOException {
        jar("m2/a.zip", "log.xml");
        file("m2/native.so");
        jar("m2/b.jar", "log.xml");
        jar("m2/c.jar", "org/c/C.class");
        assertEquals(List.of("m2/c.jar"), moved("m2/a.zip", "m2/native.so", "m2/missing", "m2/b.jar", "m2/c.jar"));
    }

    @Test
    void namesComeBackAsTheyWereWritten() throws IOException {
        jar("m2/a.jar", "application.properties");
        jar("m2/b.jar", "org/b/B.class");
        assertEquals(
                List.of(directory.resolve("m2/b.jar")),
                SuiteJars.of(entries("test-classes", "m2/a.jar", "m2/b.jar"), null, jar -> copy(JarNames.ofJar(jar)))
                        .moved());
    }

    private static JarNames copy(JarNames names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        names.write(new DataOutputStream(bytes));
        return JarNames.read(ByteBuffer.wrap(bytes.toByteArray()));
    }

    private List<String> moved(String... entries) throws IOException {
        return look(entries).moved().stream()
                .map(jar -> directory.relativize(jar).toString().replace('\\', '/'))
                .toList();
    }

    private SuiteJars look(String... entries) throws IOException {
        return SuiteJars.of(entries(entries), directory.resolve("m2"), JarNames::ofJar);
    }

    private List<Path> entries(String... entries) {
        return Stream.of(entries).map(directory::resolve).toList();
    }

    private Path file(String name) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, name);
    }

    private void jar(String name, String... entries) throws IOException {
        Path jar = file(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String entry : entries) {
                out.putNextEntry(new ZipEntry(entry));
                out.closeEntry();
            }
        }
    }

    private void brings(String name, String classPath) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        new JarOutputStream(Files.newOutputStream(file(name)), manifest).close();
    }
}
