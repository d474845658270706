package io.github.isolation.verdict;

import io.github.isolation.record.ClassEndFact;
import io.github.isolation.record.ClassFact;
import io.github.isolation.record.Fact;
import io.github.isolation.record.LeakFact;
import io.github.isolation.record.RunFact;
import io.github.isolation.record.TestFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The record of a run, as a supervisor writes it. Worker 1 is in fork 1, and so on. */
final class ARecord {
    final List<Fact> facts = new ArrayList<>();
    private final String[] inHand = new String[10];
    private int now;

    ARecord() {
        facts.add(new RunFact(
                "r",
                1,
                "1",
                "maven-surefire-plugin 3.6.1",
                "17",
                "Linux",
                2,
                2,
                "g:m",
                "default-test",
                "/m",
                "",
                List.of(),
                List.of("A", "B", "V")));
    }

    static String id(String className, String method) {
        return "[engine:junit-jupiter]/[class:" + className + "]/[method:" + method + "()]";
    }

    ARecord hands(int worker, String className) {
        return hands(worker, className, "whole", 1);
    }

    ARecord hands(int worker, String className, String part, int attempt) {
        facts.add(new ClassFact(++now, className, worker, worker, 1, 1, part, attempt));
        inHand[worker] = className;
        return this;
    }

    ARecord test(int worker, String method, String outcome) {
        return test(worker, id(inHand[worker], method), inHand[worker], method, outcome, 1, "");
    }

    ARecord test(
            int worker, String id, String className, String name, String outcome, int attempt, String stackOfOurs) {
        facts.add(new TestFact(
                ++now,
                0,
                worker,
                worker,
                id,
                className,
                name,
                "",
                outcome,
                attempt,
                !stackOfOurs.isEmpty(),
                "",
                stackOfOurs,
                ""));
        return this;
    }

    ARecord leaks(int worker) {
        facts.add(new LeakFact(++now, worker, worker, inHand[worker], 500, List.of("thread 'x'")));
        return this;
    }

    ARecord over(int worker, long millis) {
        facts.add(new ClassEndFact(++now, inHand[worker], worker, worker, millis, null, 0));
        return this;
    }

    /** A class with one test, which passes. */
    ARecord runs(int worker, String... classNames) {
        for (String name : classNames) {
            hands(worker, name).test(worker, "passes", "passed").over(worker, 10);
        }
        return this;
    }

    Path in(Path directory) throws IOException {
        Path file = Files.createDirectories(directory).resolve("record.jsonl");
        return Files.write(file, facts.stream().map(Fact::line).toList());
    }
}
