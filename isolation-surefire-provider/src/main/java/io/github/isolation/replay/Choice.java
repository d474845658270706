package io.github.isolation.replay;

import io.github.isolation.fork.FileErrors;
import io.github.isolation.record.Fact;
import io.github.isolation.record.RecordReader;
import io.github.isolation.record.RunFact;
import io.github.isolation.settings.Configuration;
import io.github.isolation.settings.RecordedRun;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.settings.SettingsException;
import io.github.isolation.supervisor.RunHistory;
import io.github.isolation.supervisor.core.ClassPart;
import io.github.isolation.supervisor.core.Placement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a supervisor is to run.
 *
 * @param classes these, and no others; in this order, if it is a replay
 * @param forks so many
 * @param replay where each class goes; null if this is no replay
 * @param lines what users are told of it
 * @param warnings what they are warned of
 * @param parts of which of the classes only a part is run
 */
public record Choice(
        List<String> classes,
        int forks,
        @Nullable Placement replay,
        List<String> lines,
        List<String> warnings,
        Map<String, ClassPart> parts) {
    private static final int NAMED = 10;

    private static final String REPLAY = "<replay> (" + SettingNames.REPLAY + "): ";

    /** Of whole classes. */
    public Choice(
            List<String> classes, int forks, @Nullable Placement replay, List<String> lines, List<String> warnings) {
        this(classes, forks, replay, lines, warnings, Map.of());
    }

    /**
     * Makes it.
     *
     * @param history where records are
     * @param scanned the classes that there are
     * @param properties of the supervisor's JVM
     * @param knowsAll whether they are all there are, and not handed out by Maven
     * @throws SettingsException if what was asked for is not possible, and says why
     */
    public static Choice of(
            Configuration configuration,
            RunHistory history,
            Properties properties,
            boolean knowsAll,
            List<String> scanned)
            throws IOException {
        RecordedRun replay = configuration.replay();
        if (replay == null && !configuration.rerunFailed()) {
            return new Choice(scanned, configuration.forks(), null, List.of(), List.of());
        }
        if (!knowsAll) {
            throw refused(
                    "<replay> and <rerun> (" + SettingNames.REPLAY + ", " + SettingNames.RERUN
                            + "): here Maven hands out the classes, one at a time, and nobody can choose among them. They need"
                            + " <extensions>true</extensions> or, where Surefire is wired by hand, one fork that is used again");
        }
        Execution own = Execution.of(properties);
        return replay == null
                ? rerun(LastRecord.of(own, history.records()), configuration.forks(), scanned)
                : replay(replay, own, configuration.forks(), scanned);
    }

    /** Nothing. */
    public static Choice nothing(int forks) {
        return new Choice(List.of(), forks, null, List.of(), List.of());
    }

    private static Choice replay(RecordedRun asked, Execution own, int forks, List<String> scanned) {
        Path file = Path.of(asked.path());
        List<Fact> facts = read(file);
        RunFact run = (RunFact) facts.get(0);
        if (!own.isInModuleOf(Execution.of(run))) {
            throw refused(REPLAY + file + " is of " + Execution.of(run) + ", and this is " + own.module()
                    + "; choose a record of this module");
        }
        ReplayPlan plan = ReplayPlan.of(facts, asked.worker(), scanned);
        boolean all = asked.worker() == RecordedRun.ALL;
        if (plan.classes().isEmpty() && plan.gone().isEmpty()) {
            throw refused(REPLAY + (all ? "no worker" : "worker " + asked.worker()) + " had a class in " + file
                    + "; those that had one: " + ReplayPlan.workersOf(facts));
        }
        if (plan.classes().isEmpty()) {
            throw refused(REPLAY + "nothing of what was run in " + file + " is in this build: " + some(plan.gone())
                    + "; build what was built there, and leave out filters such as -Dtest");
        }
        List<String> lines = new ArrayList<>();
        lines.add("isolation: replay of " + (all ? "" : "worker " + asked.worker() + " of ") + "run " + run.run() + ": "
                + count(plan.classes().size(), "class", "classes") + " in "
                + count(plan.workerCount(), "worker", "workers") + " and " + count(plan.forks(), "fork", "forks")
                + (plan.firstFailed().isEmpty() ? "" : ", up to " + plan.firstFailed() + ", where a test failed then"));
        if (forks != plan.forks()) {
            lines.add("isolation: " + count(plan.forks(), "fork", "forks") + ", as in the record, and not " + forks);
        }
        if (all && plan.added() + plan.notBegun() > 0) {
            lines.add("isolation: left out: " + count(plan.added(), "class", "classes")
                    + " that the record does not know, " + plan.notBegun() + " that no worker had in that run");
        }
        return new Choice(
                plan.classes(),
                plan.forks(),
                Placement.replay(plan.workers()),
                lines,
                missing(plan.gone()),
                RecordedParts.of(facts));
    }

    private static List<Fact> read(Path file) {
        try {
            return RecordReader.read(file);
        } catch (IOException e) {
            throw refused(
                    REPLAY + FileErrors.text(e) + "; name the record.jsonl of a run, which 'mvn clean' removes from"
                            + " target/isolation/runs: keep a copy elsewhere");
        }
    }

    private static Choice rerun(List<Fact> facts, int forks, List<String> scanned) {
        if (facts.isEmpty()) {
            String line = "isolation: rerun: no run of these tests is recorded, so all of them run";
            return new Choice(scanned, forks, null, List.of(line), List.of());
        }
        RunFact run = (RunFact) facts.get(0);
        Set<String> failed = FailedClasses.of(facts);
        List<String> classes = scanned.stream().filter(failed::contains).toList();
        Set<String> there = new HashSet<>(scanned);
        List<String> gone =
                failed.stream().filter(name -> !there.contains(name)).toList();
        String of = "run " + run.run() + " of "
                + Instant.ofEpochMilli(run.startedAt()).truncatedTo(ChronoUnit.SECONDS);
        String line = failed.isEmpty()
                ? "nothing failed in " + of + ", the last that is recorded: no test is run"
                : "what failed in " + of + ": " + count(classes.size(), "class", "classes") + " of " + scanned.size();
        return new Choice(classes, forks, null, List.of("isolation: rerun: " + line), missing(gone));
    }

    private static List<String> missing(List<String> gone) {
        return gone.isEmpty() ? List.of() : List.of("isolation: in the record, but not in this build: " + some(gone));
    }

    private static String some(List<String> names) {
        int more = names.size() - NAMED;
        return String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static String count(int n, String one, String several) {
        return n + " " + (n == 1 ? one : several);
    }

    private static SettingsException refused(String why) {
        return new SettingsException(List.of(why));
    }
}
