package io.github.isolation.verdict;

import io.github.isolation.record.ClassFact;
import io.github.isolation.record.RunFact;
import io.github.isolation.replay.Execution;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.trial.MethodIds;
import io.github.isolation.trial.Piece;
import io.github.isolation.trial.TestRef;
import io.github.isolation.trial.Trial;
import io.github.isolation.trial.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a person sees again what a trial has shown: by a command. Where it takes several classes in their order, or at the same time,
 * that is a small record, which can be replayed.
 */
final class Again {
    private final RunFact run;
    private final Path directory;
    private int written;

    /**
     * For the tests of a run.
     *
     * @param directory of that run
     */
    Again(RunFact run, Path directory) {
        this.run = run;
        this.directory = directory;
    }

    /** The command; empty if nothing has been shown. */
    String command(Verdict verdict) throws IOException {
        Trial trial = verdict.shows();
        if (trial == null) {
            return "";
        }
        boolean failsafe = Execution.of(run).plugin().contains("failsafe");
        String maven = failsafe ? "mvn verify " : "mvn test ";
        if (trial.classes().size() > 1) {
            return maven + "-D" + SettingNames.REPLAY + "=" + seenFromModule(write(trial));
        }
        String test = test(verdict.test(), trial.lanes().get(0).get(0));
        return maven + (failsafe ? "-Dit.test=" : "-Dtest=") + (test.contains("$") ? "'" + test + "'" : test);
    }

    /** Surefire knows methods by their names; invocations of one have none of their own. */
    private static String test(TestRef test, Piece piece) {
        String name = MethodIds.plain(test.name());
        boolean one = piece.ids().size() == 1 && name.matches("[\\p{L}\\p{N}_$]+");
        return one ? test.className() + "#" + name : piece.className();
    }

    private Path write(Trial trial) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(new RunFact(
                        run.run() + "-verdict-" + ++written,
                        run.startedAt(),
                        run.isolation(),
                        run.surefire(),
                        run.java(),
                        run.os(),
                        run.cores(),
                        trial.workers(),
                        run.module(),
                        run.execution(),
                        run.directory(),
                        run.reports(),
                        run.settings(),
                        trial.classes())
                .line());
        int slice = 0;
        for (int lane = 0; lane < trial.workers(); lane++) {
            int place = 0;
            for (Piece piece : trial.lanes().get(lane)) {
                lines.add(new ClassFact(0, piece.className(), lane + 1, lane + 1, ++place, ++slice, "whole", 1).line());
            }
        }
        Path file = directory.resolve("verdict-" + written + ".jsonl");
        Files.createDirectories(directory);
        return Files.write(file, lines, StandardCharsets.US_ASCII);
    }

    private String seenFromModule(Path file) {
        Path module = Path.of(run.directory()).toAbsolutePath();
        Path absolute = file.toAbsolutePath();
        Path seen = run.directory().isEmpty() || !absolute.startsWith(module) ? absolute : module.relativize(absolute);
        return seen.toString();
    }
}
