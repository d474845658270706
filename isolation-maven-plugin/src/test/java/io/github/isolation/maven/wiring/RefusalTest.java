package io.github.isolation.maven.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.model.Build;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.InputLocation;
import org.apache.maven.model.InputSource;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the tests are left to stock Surefire, and why; with all the rest we work. */
class RefusalTest {
    private final Plugin plugin = new Plugin();
    private final MavenProject project = new MavenProject();

    @TempDir
    private Path jdk;

    @BeforeEach
    void anOrdinaryProject() {
        plugin.setVersion("3.6.1");
        project.setBuild(new Build());
    }

    @ParameterizedTest
    @CsvSource({"3.2.4, true", "3.2.5, false", "3.6.0, false", "2.22.2, true", "3.10.0, false", "3.2.5-SNAPSHOT, false"
    })
    void versionsBefore325AreTooOld(String version, boolean refused) throws Exception {
        plugin.setVersion(version);
        assertEquals(refused, refusal("").isPresent());
    }

    @Test
    void aVersionThatIsTooOldIsChangedInOneLineAndThatIsNamed() throws Exception {
        assertEquals(
                "version 2.22.2 is too old; write <version>" + UnnamedVersions.TESTED
                        + "</version> in line 34 of /project/pom.xml",
                refusalOf("2.22.2", "a:b:1", "/project/pom.xml"));
        assertEquals(
                "version 2.22.2 is too old; write <version>" + UnnamedVersions.TESTED
                        + "</version> for maven-surefire-plugin into the <pluginManagement> of your POM, which has that"
                        + " of a:parent:1",
                refusalOf("2.22.2", "a:parent:1", "/repository/parent-1.pom"));
        assertEquals(
                "version 2.12.4 is too old, and isolation.surefireVersion=keep leaves it; without that, "
                        + UnnamedVersions.TESTED + " is used",
                refusalOf("2.12.4", "org.apache.maven:maven-core:3.8.7:default-lifecycle-bindings", null));
    }

    private String refusalOf(String version, String model, String file) throws Exception {
        InputSource source = new InputSource();
        source.setModelId(model);
        source.setLocation(file);
        plugin.setArtifactId("maven-surefire-plugin");
        plugin.setVersion(version);
        plugin.setLocation("version", new InputLocation(34, 20, source));
        return refusal("").orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"1.8.0_402, 8", "11.0.2, 11", "16, 16"})
    void aJvmThatIsTooOldIsReadFromItsReleaseFile(String version, int java) throws Exception {
        Path executable = jdk(version);
        assertEquals(
                Optional.of("the tests run on Java " + java + ", and 17 is the oldest that works"),
                refusal("<jvm>" + executable + "</jvm>"));
    }

    @Test
    void aJvmThatIsNewEnoughOrSaysNothingIsNot() throws Exception {
        assertEquals(Optional.empty(), refusal("<jvm>" + jdk("25.0.1") + "</jvm>"));
        Files.delete(jdk.resolve("release"));
        assertEquals(Optional.empty(), refusal("<jvm>" + jdk.resolve("bin/java") + "</jvm>"));
        assertEquals(Optional.empty(), refusal("<jvm>java</jvm>"));
    }

    @Test
    void toolchainsAreReadFromTheExecutionAndFromTheProject() throws Exception {
        assertTrue(refusal("<jdkToolchain><version>11</version></jdkToolchain>").isPresent());
        assertTrue(refusal("<jdkToolchain><version>[8,21)</version></jdkToolchain>")
                .isEmpty());
        Plugin toolchains = new Plugin();
        toolchains.setGroupId("org.apache.maven.plugins");
        toolchains.setArtifactId("maven-toolchains-plugin");
        toolchains.setConfiguration(dom("<toolchains><jdk><version>1.8</version></jdk></toolchains>"));
        project.getBuild().addPlugin(toolchains);
        assertTrue(refusal("").orElseThrow().contains("Java 8"));
        assertTrue(refusal("<jdkToolchain><version>21</version></jdkToolchain>").isEmpty());
    }

    @Test
    void surefire360InAnotherJdkRunsNothing() throws Exception {
        plugin.setVersion("3.6.0");
        assertTrue(refusal("<jvm>" + jdk("25") + "</jvm>").orElseThrow().contains("3.6.1 does"));
        plugin.setVersion("3.6.1");
        assertTrue(refusal("<jvm>" + jdk.resolve("bin/java") + "</jvm>").isEmpty());
    }

    @Test
    void aClassPathThatIsInNoJarIsNoReason() throws Exception {
        assertTrue(refusal("<useSystemClassLoader>false</useSystemClassLoader>").isEmpty());
        assertTrue(refusal("<useManifestOnlyJar>false</useManifestOnlyJar>").isEmpty());
    }

    @Test
    void twoProvidersAreOneTooMany() throws Exception {
        provider("surefire-junit47");
        assertTrue(refusal("").isEmpty());
        provider("surefire-testng");
        provider("surefire-logger-api");
        assertTrue(refusal("").orElseThrow().contains("(surefire-junit47, surefire-testng)"));
    }

    @Test
    void suitesOfTestNGAreLeftToItHoweverTheyAreNamed() throws Exception {
        Optional<String> why = Optional.of("<suiteXmlFiles> are handed to TestNG as a whole");
        assertEquals(why, refusal("<suiteXmlFiles><suiteXmlFile>a.xml</suiteXmlFile></suiteXmlFiles>"));
        project.getProperties().setProperty("surefire.suiteXmlFiles", "a.xml");
        assertEquals(why, refusal(""));
    }

    private void provider(String artifactId) {
        Dependency dependency = new Dependency();
        dependency.setArtifactId(artifactId);
        plugin.addDependency(dependency);
    }

    private Path jdk(String version) throws IOException {
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        Path executable = Files.createDirectories(jdk.resolve("bin")).resolve("java");
        return Files.exists(executable) ? executable : Files.createFile(executable);
    }

    private Optional<String> refusal(String configuration) throws Exception {
        EffectiveParameters parameters = new EffectiveParameters(dom(""), new Properties(), project.getProperties());
        return Refusal.find(TestPlugin.SUREFIRE, plugin, dom(configuration), parameters, project);
    }

    private static Xpp3Dom dom(String content) throws Exception {
        return Xpp3DomBuilder.build(new StringReader("<configuration>" + content + "</configuration>"));
    }
}
