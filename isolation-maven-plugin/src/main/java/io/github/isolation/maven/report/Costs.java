package io.github.isolation.maven.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run is made of, as far as its plan goes. Milliseconds.
 *
 * @param order what was handed out, in this order; a class that was continued by another worker is one piece
 * @param starts until each fork was given its first class, the fastest first; at least one
 * @param rest from the end of the last class to the end of the run
 */
record Costs(List<Work> order, List<Long> starts, long rest) {
    static Costs of(RunReport report) {
        Map<Integer, List<Stint>> byFork = new LinkedHashMap<>();
        report.stints().forEach(stint -> byFork.computeIfAbsent(stint.fork(), fork -> new ArrayList<>())
                .add(stint));
        Map<Stint, Stint> next = new HashMap<>();
        List<Long> starts = new ArrayList<>();
        for (List<Stint> stints : byFork.values()) {
            starts.add(stints.get(0).at());
            for (int i = 1; i < stints.size(); i++) {
                next.put(stints.get(i - 1), stints.get(i));
            }
        }
        Map<Integer, WorkerLife> workers = new HashMap<>();
        report.workers().forEach(life -> workers.put(life.number(), life));
        Map<String, Integer> tests = new HashMap<>();
        Map<String, Long> longest = new HashMap<>();
        for (TestHistory test : report.tests()) {
            tests.merge(outermost(test), 1, Integer::sum);
            test.attempts().forEach(one -> longest.merge(outermost(test), one.millis(), Math::max));
        }
        Map<Object, Work> pieces = new LinkedHashMap<>();
        for (Stint stint : report.stints()) {
            Stint successor = next.get(stint);
            long after = successor == null ? 0 : Math.max(0, successor.at() - stint.end());
            boolean retired = successor != null
                    && successor.worker() != stint.worker()
                    && workers.containsKey(stint.worker())
                    && workers.get(stint.worker()).how().equals("retired");
            pieces.merge(
                    piece(stint),
                    new Work(
                            stint.className(),
                            stint.millis(),
                            after,
                            retired ? after : 0,
                            tests.getOrDefault(stint.className(), 1),
                            longest.getOrDefault(stint.className(), 0L)),
                    Work::and);
        }
        long lastEnd = report.stints().stream().mapToLong(Stint::end).max().orElse(0);
        return new Costs(
                List.copyOf(pieces.values()),
                starts.isEmpty() ? List.of(0L) : starts.stream().sorted().toList(),
                Math.max(0, report.millis() - lastEnd));
    }

    private record Piece(String className, int attempt) {}

    /** Parts of a class that ran beside each other stay parts. */
    private static Object piece(Stint stint) {
        return stint.fact().part().equals("part")
                ? stint
                : new Piece(stint.className(), stint.fact().attempt());
    }

    /** Classes inside of a class count as it. */
    private static String outermost(TestHistory test) {
        String name = test.last().className();
        int inner = name.indexOf('$');
        return inner < 0 ? name : name.substring(0, inner);
    }
}
