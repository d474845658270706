package io.github.isolation.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;

/** The plugin's arrows: goals use the rooms below them, and of the provider only what all JVMs share, and the settings. */
@AnalyzeClasses(packages = "io.github.isolation.maven", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule noCycles =
            slices().matching("io.github.isolation.maven.(**)").should().beFreeOfCycles();

    @ArchTest
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

    /** Somebody may set the wall clock while a build runs. These compare it with times of files. */
    @ArchTest
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

    @ArchTest
    static final ArchRule wiringKnowsNoCache = noClasses()
            .that()
            .resideInAPackage("..maven.wiring..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..maven.cache..");
}
