package io.github.isolation.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The plugin's arrows: goals use the rooms below them, and of the provider only what all JVMs share, and the settings. */
class ArchitectureTest {
    /**
     * The rules that are fields here. ArchUnit has an engine for them, whose results Surefire has lost since 3.5.3: a rule was
     * broken, and the build passed.
     */
    @TestFactory
    Stream<DynamicTest> rules() {
        JavaClasses ours = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("io.github.isolation.maven");
        return Stream.of(ArchitectureTest.class.getDeclaredFields())
                .filter(field -> field.getType() == ArchRule.class)
                .map(field -> DynamicTest.dynamicTest(field.getName(), () -> ((ArchRule) field.get(null)).check(ours)));
    }

    static final ArchRule noCycles =
            slices().matching("io.github.isolation.maven.(**)").should().beFreeOfCycles();

    static final ArchRule ofTheProviderOnlyForkFixtureAndSettings = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.isolation.supervisor..",
                    "io.github.isolation.process..",
                    "io.github.isolation.protocol..",
                    "io.github.isolation.report..",
                    "io.github.isolation.surefire..",
                    "io.github.isolation.worker..");

    /** They are loaded when a report is made, and not before. */
    static final ArchRule onlyReportsKnowTheLibrariesThatWriteThem = noClasses()
            .that()
            .resideOutsideOfPackages("..maven.report..", "..maven.findings..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.samskivert..", "com.google.gson..");

    static final ArchRule reportsKnowNoGoalsAndNoMaven = noClasses()
            .that()
            .resideInAnyPackage("..maven.report..", "..maven.findings..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.maven..",
                    "io.github.isolation.maven",
                    "io.github.isolation.maven.wiring..",
                    "io.github.isolation.maven.cache..");

    /** Somebody may set the wall clock while a build runs. These compare it with times of files. */
    static final ArchRule whatTakesTimeIsMeasuredByAClockThatNobodySets = noClasses()
            .that()
            .doNotHaveSimpleName("CacheCare")
            .and()
            .doNotHaveSimpleName("RememberedDigests")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callConstructor(Date.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    static final ArchRule wiringKnowsNoCache = noClasses()
            .that()
            .resideInAPackage("..maven.wiring..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..maven.cache..");
}
