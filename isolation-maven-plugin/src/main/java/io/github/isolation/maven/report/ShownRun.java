package io.github.isolation.maven.report;

import io.github.isolation.record.RecordReader;
import io.github.isolation.record.RunFact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a page shows of one run.
 *
 * @param comparison with the run before, if there is one
 * @param machine which of several machines it ran on; empty where there is but one
 */
public record ShownRun(
        RunReport report, WhatWouldHelp help, @Nullable Comparison comparison, String machine) {
    static ShownRun of(RunReport report, @Nullable RunReport before) {
        return new ShownRun(
                report, WhatWouldHelp.of(report), before == null ? null : Comparison.of(before, report), "");
    }

    /** The same as that of one of several machines. */
    public ShownRun on(String which) {
        return new ShownRun(report, help, comparison, which);
    }

    /**
     * Reads a record.
     *
     * @param others where the run before is looked for; one that cannot be read is as if it were not there
     * @throws IOException if the record cannot be read, or is none
     */
    public static ShownRun read(Path file, RecordedRuns others) throws IOException {
        RunReport report = RunReading.of(RecordReader.read(file));
        return of(report, before(report, others));
    }

    private static @Nullable RunReport before(RunReport report, RecordedRuns others) {
        try {
            Optional<RecordedRuns.Recorded> before =
                    others.andThoseKept(report.run()).before(report.run());
            return before.isPresent()
                    ? RunReading.of(RecordReader.read(before.get().file()))
                    : null;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** The module, without its execution. */
    public String subject() {
        String module = report.run().module();
        return module.isEmpty() ? "Run " + report.run().run() : module.substring(module.indexOf(':') + 1);
    }

    /** What tells this run from the others on a page; of a part of the tests, also which it is. */
    public String title() {
        RunFact.Shard shard = report.run().shard();
        if (!machine.isEmpty()) {
            return ofAll() + " · " + machine;
        }
        return shard == null ? ofAll() : ofAll() + " · shard " + shard.name();
    }

    private String ofAll() {
        String module = report.run().module();
        String execution = report.run().execution();
        if (module.isEmpty() && execution.isEmpty()) {
            return report.run().run();
        }
        String artifact = module.substring(module.indexOf(':') + 1);
        return execution.isEmpty() || artifact.isEmpty() ? artifact + execution : artifact + " · " + execution;
    }
}
