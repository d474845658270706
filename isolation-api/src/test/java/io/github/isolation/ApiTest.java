package io.github.isolation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** This jar is on the class path of users' tests: what it needs, all of them need. */
class ApiTest {
    private static final Path CLASSES = Path.of("target", "classes");

    /**
     * The rules that are fields here. ArchUnit has an engine for them, whose results Surefire has lost since 3.5.3: a rule was
     * broken, and the build passed.
     */
    @TestFactory
    Stream<DynamicTest> rules() {
        JavaClasses ours = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("io.github.isolation");
        return Stream.of(ApiTest.class.getDeclaredFields())
                .filter(field -> field.getType() == ArchRule.class)
                .map(field -> DynamicTest.dynamicTest(field.getName(), () -> ((ArchRule) field.get(null)).check(ours)));
    }

    static final ArchRule noCycles =
            slices().matching("io.github.isolation.(**)").should().beFreeOfCycles();

    static final ArchRule onlyTheJdk = classes()
            .that()
            .resideOutsideOfPackage("io.github.isolation.junit")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "io.github.isolation",
                    "io.github.isolation.fork",
                    "io.github.isolation.fixture",
                    "io.github.isolation.once",
                    "io.github.isolation.service",
                    "org.jspecify..");

    static final ArchRule andJUnitsApiForThoseWhoUseIt = classes()
            .that()
            .resideInAPackage("io.github.isolation.junit")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "io.github.isolation..",
                    "org.junit.jupiter.api..",
                    "org.junit.platform.commons..",
                    "org.opentest4j",
                    "org.jspecify..");

    static final ArchRule whatIsInternalKnowsNothingOfWhatIsPublic = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.github.isolation.fork",
                    "io.github.isolation.fixture",
                    "io.github.isolation.once",
                    "io.github.isolation.service")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.isolation", "io.github.isolation.junit");

    /** Of the JDK, too, only what every Java has. */
    @Test
    void theModuleItNeedsIsJavaBase() {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
        int status = jdeps.run(out, out, "--ignore-missing-deps", "--print-module-deps", CLASSES.toString());
        assertEquals("java.base", said.toString().strip());
        assertEquals(0, status);
    }

    @Test
    void itBringsNoServices() {
        assertTrue(Files.isDirectory(CLASSES.resolve("META-INF/isolation")));
        assertFalse(Files.exists(CLASSES.resolve("META-INF/services")));
    }

    @Test
    void itSaysItsVersionToWhoeverLooks() throws IOException {
        List<String> lines = Files.readAllLines(CLASSES.resolve("META-INF/isolation/api.properties"));
        assertTrue(lines.stream().anyMatch(line -> line.matches("version=\\d+\\.\\d+\\.\\d+.*")), lines::toString);
    }
}
