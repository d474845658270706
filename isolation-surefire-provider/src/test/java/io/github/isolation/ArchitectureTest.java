package io.github.isolation;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Which package may know which (src-site/how-it-works.md), and how large a file may be: what the folder tree promises, the code
 * keeps.
 */
class ArchitectureTest {
    private static final int LARGEST_ROOM = 350;

    private static final int USUAL_ROOM = 70;

    static final ArchRule noCycles =
            slices().matching("io.github.isolation.(**)").should().beFreeOfCycles();

    static final ArchRule protocolDependsOnNothing = classes()
            .that()
            .resideInAPackage("..protocol..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "..protocol..", "org.jspecify..");

    static final ArchRule coreIsPure = classes()
            .that()
            .resideInAPackage("..supervisor.core..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.util",
                    "java.util.function..",
                    "java.util.regex..",
                    "java.util.stream..",
                    "..supervisor.core..",
                    "..protocol..",
                    "org.jspecify..");

    static final ArchRule whatIsTriedIsDecidedPurely = classes()
            .that()
            .resideInAPackage("..isolation.trial..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.util",
                    "java.util.function..",
                    "java.util.stream..",
                    "..isolation.trial..",
                    "..protocol..",
                    "org.jspecify..");

    static final ArchRule coreHasNoClock = noClasses()
            .that()
            .resideInAPackage("..supervisor.core..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .accessClassesThat()
            .areAssignableTo(Thread.class);

    /** Somebody may set the wall clock while tests run. These compare it with times of files, of Maven's, or with the other. */
    static final ArchRule whatTakesTimeIsMeasuredByAClockThatNobodySets = noClasses()
            .that()
            .doNotHaveSimpleName("SupervisorMain")
            .and()
            .doNotHaveSimpleName("WallClock")
            .and()
            .doNotHaveSimpleName("Stopwatch")
            .and()
            .doNotHaveSimpleName("UseMarks")
            .and()
            .doNotHaveSimpleName("ArchiveStore")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callConstructor(Date.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    static final ArchRule surefireIsImportedInThreeRoomsOnly = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..isolation.surefire..", "..isolation.report..", "..isolation.worker..", "..isolation.entry..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.maven..");

    static final ArchRule junitIsImportedByTheWorkerOnly = noClasses()
            .that()
            .resideOutsideOfPackages("..isolation.worker..", "..isolation.junit..", "..isolation.entry..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.junit..");

    static final ArchRule nobodyLoadsWhatNeedsJupiter = noClasses()
            .that()
            .resideOutsideOfPackage("..isolation.junit..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..isolation.junit..");

    static final ArchRule theEntryNeedsNothingThatAnOldJvmCannotLoad = noClasses()
            .that()
            .resideInAPackage("..isolation.entry..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("io.github.isolation..").and(resideOutsideOfPackage("io.github.isolation.entry")));

    /** The jars of users' tests are theirs; what is not here is on no class path because of us. */
    static final ArchRule theRuntimeNeedsWhatTestsCallAndWhatSurefireBrings = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.management..",
                    "com.sun.management..",
                    "io.github.isolation..",
                    "org.apache.maven.surefire..",
                    "org.junit..",
                    "org.opentest4j..",
                    "org.jspecify..");

    static final ArchRule processKnowsTheWireOnly = classes()
            .that()
            .resideInAPackage("..isolation.process..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "..process..", "..protocol..", "org.jspecify..");

    /** All that a worker is belongs to one session; why one field of it has to be static, it says itself. */
    static final ArchRule aWorkerHasNoStaticState = fields().that()
            .areDeclaredInClassesThat()
            .resideInAPackage("..isolation.worker..")
            .and()
            .areStatic()
            .and()
            .doNotHaveFullName("io.github.isolation.worker.WorkerSession.current")
            .should(new Unchanging());

    @TestFactory
    Stream<DynamicTest> rules() {
        return ArchRules.of(ArchitectureTest.class);
    }

    @Test
    void everyRoomIsSmallAndEveryClassIsExplained() throws IOException {
        assertEquals(List.of(), SourceRules.violations(Path.of(".."), LARGEST_ROOM));
    }

    @Test
    void mostRoomsAreMuchSmaller() throws IOException {
        int median = SourceRules.medianLines(Path.of(".."));
        assertTrue(median <= USUAL_ROOM, "half of all files have more than " + median + " lines");
    }

    @Test
    void everyPackageSaysWhichJvmRunsIt() throws IOException {
        List<Path> silent = SourceRules.mainCode(Path.of("..")).stream()
                .filter(Files::isDirectory)
                .filter(SourceRules::hasClasses)
                .filter(directory -> !SourceRules.saysWhereItRuns(directory.resolve("package-info.java")))
                .toList();
        assertEquals(List.of(), silent);
    }
}
