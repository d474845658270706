package io.github.isolation.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Three JVMs find the same files, and no two forks do. */
class ForkLayoutTest {
    private static final ForkLayout LAYOUT = new ForkLayout(Path.of("/module/target/isolation"));

    @Property
    void forksHaveNothingInCommon(@ForAll @IntRange(min = 1) int one, @ForAll @IntRange(min = 1) int other) {
        Assume.that(one != other);
        for (Path here : ofAFork(one)) {
            for (Path there : ofAFork(other)) {
                assertFalse(here.startsWith(there), () -> here + " is in " + there);
            }
        }
    }

    @Property
    void whatAForkHasIsInItsOwnDirectoryEachInAPlaceOfItsOwn(@ForAll @IntRange(min = 1) int slot) {
        Set<Path> places = new HashSet<>();
        for (Path place : ofAFork(slot)) {
            assertTrue(place.startsWith(LAYOUT.forkDirectory(slot)), place::toString);
            assertTrue(places.add(place), place::toString);
        }
    }

    /** Tests may empty their fork's directory. */
    @Property
    void whatMustOutliveTheFilesOfAForkIsElsewhere(@ForAll @IntRange(min = 1) int slot) {
        for (Path place : List.of(
                LAYOUT.slotLock(slot),
                LAYOUT.runLock("r"),
                LAYOUT.portBook("r", Integer.toString(slot)),
                LAYOUT.seedPlan())) {
            assertTrue(place.startsWith(LAYOUT.isolationDirectory()), place::toString);
            assertFalse(place.startsWith(LAYOUT.forkDirectory(slot)), place::toString);
        }
    }

    @Example
    void aNumberAndItsTextAreOneSlot() {
        assertEquals(LAYOUT.forkDirectory(2), LAYOUT.forkDirectory("2"));
        assertEquals(LAYOUT.temporaryDirectory(2), LAYOUT.temporaryDirectory("2"));
        assertEquals(LAYOUT.fixtures(2), LAYOUT.fixtures("2"));
        assertEquals(LAYOUT.slotLock(2), LAYOUT.slotLock("2"));
        assertEquals(Path.of("/module/target/isolation/forks/main/fixtures"), LAYOUT.fixtures(ForkLayout.MAIN));
    }

    /** The JVMs may have different working directories. */
    @Example
    void itIsTheSamePlaceWhereverItIsNamedFrom() {
        ForkLayout relative = new ForkLayout(Path.of("target/x/../isolation"));
        assertEquals(Path.of("").toAbsolutePath().resolve("target/isolation"), relative.isolationDirectory());
        assertEquals(relative, new ForkLayout(Path.of("target/isolation").toAbsolutePath()));
    }

    /** Pages for users, and other tools, name these. */
    @Example
    void whatUsersAreToldOfIsThere() {
        Path root = LAYOUT.isolationDirectory();
        assertEquals(root.resolve("forks/2/tmp"), LAYOUT.temporaryDirectory(2));
        assertEquals(root.resolve("locks/2.lock"), LAYOUT.slotLock(2));
        assertEquals(root.resolve("locks/shared"), LAYOUT.sharedLocks());
        assertEquals(root.resolve("runs/r1/record.jsonl"), LAYOUT.runRecord("r1"));
        assertEquals(root.resolve("class-times"), LAYOUT.classTimes());
        assertEquals(root.resolve("commands/words.log"), LAYOUT.commandLog("words"));
    }

    private static List<Path> ofAFork(int slot) {
        return List.of(
                LAYOUT.temporaryDirectory(slot),
                LAYOUT.fixtures(slot),
                LAYOUT.home(slot),
                LAYOUT.workingDirectory(slot),
                LAYOUT.isolated(slot, "app.home"),
                LAYOUT.copies(slot));
    }
}
