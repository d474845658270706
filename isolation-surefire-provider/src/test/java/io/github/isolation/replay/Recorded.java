package io.github.isolation.replay;

import io.github.isolation.record.ClassEndFact;
import io.github.isolation.record.ClassFact;
import io.github.isolation.record.EndFact;
import io.github.isolation.record.Fact;
import io.github.isolation.record.MembersFact;
import io.github.isolation.record.RunFact;
import io.github.isolation.record.TestFact;
import io.github.isolation.record.WorkerFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A record as a supervisor writes it, line by line. */
final class Recorded {
    private final List<Fact> facts = new ArrayList<>();
    private final Map<Integer, String> inHand = new HashMap<>();
    private final Map<Integer, Integer> attempts = new HashMap<>();

    private Recorded(RunFact run) {
        facts.add(run);
    }

    /** Of so many forks, in which these classes were to be run. */
    static Recorded run(int forks, String... classes) {
        return run("r", 0, "g:m", "default-test", forks, classes);
    }

    static Recorded run(String id, long startedAt, String module, String execution, int forks, String... classes) {
        String surefire = execution.isEmpty() ? "" : "maven-surefire-plugin 3.6.1";
        return new Recorded(new RunFact(
                id,
                startedAt,
                "1",
                surefire,
                "17",
                "Linux",
                2,
                forks,
                module,
                execution,
                "/m",
                "",
                List.of(),
                List.of(classes)));
    }

    Recorded hands(int fork, int worker, String className) {
        return hands(fork, worker, className, "whole", 1);
    }

    Recorded hands(int fork, int worker, String className, String part, int attempt) {
        facts.add(new ClassFact(0, className, worker, fork, 1, 1, part, attempt));
        inHand.put(worker, className);
        attempts.put(worker, attempt);
        return this;
    }

    /** It passes a test of the class it has, and is through with it. */
    Recorded passes(int fork, int worker) {
        return test(fork, worker, "test", "passed").givesBack(fork, worker);
    }

    /** It is handed a class, passes a test of it, and is through. */
    Recorded runs(int fork, int worker, String... classNames) {
        for (String name : classNames) {
            hands(fork, worker, name).passes(fork, worker);
        }
        return this;
    }

    Recorded test(int fork, int worker, String name, String outcome) {
        return test(fork, worker, String.valueOf(inHand.get(worker)), name, outcome);
    }

    Recorded test(int fork, int worker, String className, String name, String outcome) {
        int attempt = attempts.getOrDefault(worker, 1);
        facts.add(new TestFact(0, 0, worker, fork, "", className, name, "", outcome, attempt, false, "", "", ""));
        return this;
    }

    Recorded givesBack(int fork, int worker) {
        facts.add(new ClassEndFact(0, String.valueOf(inHand.get(worker)), worker, fork, 1, null, 0));
        return this;
    }

    /** At the end, of a class of which it had a part. */
    Recorded part(String className, int part, int of, List<String> found, List<String> own) {
        SortedMap<String, Long> millis = new TreeMap<>();
        own.forEach(name -> millis.put(name, 1L));
        facts.add(new MembersFact(0, className, part, of, false, found, millis));
        return this;
    }

    Recorded ends(int fork, int worker, String how) {
        facts.add(new WorkerFact(0, worker, fork, "ended", false, how, "", 0, 0, 0));
        return this;
    }

    List<Fact> isOver(String verdict) {
        facts.add(new EndFact(0, 0, 0, 0, 0, verdict, ""));
        return facts;
    }

    /** Its supervisor was killed. */
    List<Fact> isCutOff() {
        return facts;
    }

    static Path write(List<Fact> facts, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, facts.stream().map(Fact::line).toList());
    }
}
