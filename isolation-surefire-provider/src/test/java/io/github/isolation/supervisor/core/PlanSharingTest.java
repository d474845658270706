package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One fork is offered plenty; several are offered little, so that none has all while others have nothing. */
class PlanSharingTest {
    private static final Map<String, Long> TIMES = Map.of("Quick", 0L, "Short", 40L, "AlsoShort", 60L, "Long", 5000L);

    @Test
    void theOnlyForkIsOfferedWhateverThereIs() {
        assertEquals(List.of("New", "Long", "Short"), offered(1, Map.of(), "New", "Long", "Short"));
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            many.add("Class" + i);
        }
        assertEquals(many.subList(0, 100), offered(1, Map.of(), many.toArray(String[]::new)));
    }

    @Test
    void severalAreOfferedWhatIsKnownToBeShort() {
        assertEquals(List.of("Quick", "Short", "AlsoShort"), offered(2, TIMES, "Quick", "Short", "AlsoShort"));
        assertEquals(List.of("AlsoShort", "Short"), offered(2, TIMES, "AlsoShort", "Short", "Short"));
        assertEquals(List.of("Quick"), offered(2, TIMES, "Quick", "Long", "Short"));
        assertEquals(List.of(), offered(2, TIMES, "New", "Quick"));
    }

    @Test
    void howeverShortTheyAreNotAllGoToOneFork() {
        String[] quick = new String[50];
        java.util.Arrays.fill(quick, "Quick");
        assertEquals(20, offered(4, TIMES, quick).size());
    }

    @Test
    void whatMustRunAloneAndWhatStaysTogetherEndsAnOffer() {
        assertEquals(List.of("A"), offered(1, Map.of(), "A", "B$Inside", "C"));
        WorkQueue grouped = new WorkQueue(false, Map.of("B", "group"));
        List.of("A", "B", "C").forEach(name -> grouped.add(run(name)));
        assertEquals(1, grouped.pollTogether(PlanSharing.of(1, Map.of())).size());
        assertEquals("B", grouped.peek(1).className());
    }

    @Test
    void nothingIsOfferedWhereEachHasItsPlan() {
        WorkQueue queue = new WorkQueue(false, Map.of());
        queue.add(run("A"));
        assertEquals(List.of(), queue.pollTogether(PlanSharing.NONE));
    }

    private static List<String> offered(int forks, Map<String, Long> times, String... waiting) {
        WorkQueue queue = new WorkQueue(false, Map.of());
        for (String name : waiting) {
            queue.add(run(name));
        }
        return queue.pollTogether(PlanSharing.of(forks, times)).stream()
                .map(ClassRun::className)
                .toList();
    }

    private static ClassRun run(String name) {
        return new ClassRun(Unit.of(name), () -> 1);
    }
}
