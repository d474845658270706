package io.github.isolation.record;

import java.util.Map;
import java.util.Optional;

/**
 * One line of a record. {@code at} is always milliseconds since the run began, by a clock that nobody sets; forks and workers are
 * numbers from 1. Empty texts, zeros that mean "not known" and flags that are false are not written.
 */
public sealed interface Fact
        permits RunFact,
                WorkerFact,
                ClassFact,
                ClassEndFact,
                TestFact,
                GapFact,
                FixturesFact,
                ServiceFact,
                WaitFact,
                LeakFact,
                UndiscoverableFact,
                NoticeFact,
                MembersFact,
                SupervisorFact,
                TrialFact,
                VerdictFact,
                TriedFact,
                EndFact {
    /** The version of the lines; a reader of another one need not understand them. */
    int VERSION = 2;

    /** Its line in the record, without a line break. */
    String line();

    /**
     * Reads a line.
     *
     * @return nothing if it is of a kind that this version does not know
     * @throws IllegalArgumentException if it is no JSON object
     */
    static Optional<Fact> parse(String line) {
        Map<String, Object> object = JsonReader.object(line);
        Fields in = new Fields(object);
        return Optional.ofNullable(
                switch (in.text("what")) {
                    case "run" -> RunFact.read(in);
                    case "worker" -> WorkerFact.read(in);
                    case "class" -> ClassFact.read(in);
                    case "classEnd" -> ClassEndFact.read(in);
                    case "test" -> TestFact.read(in);
                    case "gap" -> GapFact.read(in);
                    case "fixtures" -> FixturesFact.read(in);
                    case "service" -> ServiceFact.read(in);
                    case "wait" -> WaitFact.read(in);
                    case "leak" -> LeakFact.read(in);
                    case "undiscoverable" -> UndiscoverableFact.read(in);
                    case "notice" -> NoticeFact.read(in);
                    case "members" -> MembersFact.read(in);
                    case "supervisor" -> SupervisorFact.read(in);
                    case "trial" -> TrialFact.read(in);
                    case "verdict" -> VerdictFact.read(in);
                    case "tried" -> TriedFact.read(in);
                    case "end" -> EndFact.read(in);
                    default -> null;
                });
    }
}
