package io.github.isolation.maven.report;

import io.github.isolation.fork.ForkLayout;
import io.github.isolation.maven.report.RecordedRuns.Recorded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The runs of a module that a page shows, and where that page is. */
public final class ModuleReport {
    private final ForkLayout layout;
    private final RecordedRuns runs;

    private ModuleReport(ForkLayout layout, RecordedRuns runs) {
        this.layout = layout;
        this.runs = runs;
    }

    /**
     * Of those that are in an isolation directory.
     *
     * @param module the directory of the module. Where several modules share an isolation directory, the others' runs are left out
     */
    public static ModuleReport of(ForkLayout layout, Path module) throws IOException {
        RecordedRuns all = RecordedRuns.in(layout);
        List<Recorded> own = new ArrayList<>();
        for (Recorded one : all.all()) {
            if (Path.of(one.run().directory()).normalize().equals(module)) {
                own.add(one);
            }
        }
        // What was fetched from another machine has the paths of that one.
        return new ModuleReport(layout, own.isEmpty() ? all : new RecordedRuns(own));
    }

    /** All records of the module. */
    public RecordedRuns runs() {
        return runs;
    }

    /** Where the page of this module is. */
    public Path page() {
        return layout.report();
    }

    /**
     * Reads the newest run of each execution.
     *
     * @param which of those are wanted
     * @throws IOException if one of them cannot be read
     */
    public List<ShownRun> newest(Predicate<Recorded> which) throws IOException {
        List<ShownRun> shown = new ArrayList<>();
        for (Recorded one : runs.newest()) {
            if (which.test(one)) {
                shown.add(ShownRun.read(one.file(), runs));
            }
        }
        return shown;
    }
}
