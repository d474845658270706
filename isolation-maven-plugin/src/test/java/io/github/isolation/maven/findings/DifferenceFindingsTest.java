package io.github.isolation.maven.findings;

import static io.github.isolation.maven.findings.Lines.resources;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.findings.Finding.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of which only a difference was seen, and by whom it may be. */
final class DifferenceFindingsTest {
    @TempDir
    Path run;

    private List<String> findings(Lines lines) throws IOException {
        return Lines.told(lines.report(run));
    }

    /** Native code has changed it, in two tests of one class. */
    @Test
    void whatCodeWasOnlySeenToReadIsADifferenceToldOnce() throws IOException {
        Lines lines = Lines.of("app.ATest.", "app.ATest.a")
                .hit("READ", 2, "/x")
                .add("d", "1", "changed", "/x")
                .add("d", "1", "changed", "/x");
        assertEquals(List.of("DIFFERENCES /x [app.ATest was changed while it ran]"), findings(lines));
    }

    @Test
    void aFileThatNoCodeWasSeenToChangeIsSeenByDifference() throws IOException {
        Lines lines = Lines.of("app.ATest.", "app.ATest.a")
                .hit("WRITE", 2, "/seen")
                .add("d", "1", "changed", "/seen")
                .add("d", "1", "created", "/native");
        assertEquals(List.of("DIFFERENCES /native [app.ATest was created while it ran]"), findings(lines));
    }

    /** Its driver writes them in threads of its own, or in native code; the database is the finding, if there is one. */
    @Test
    void theFilesOfADatabaseThatAClassHasOpenedAreNoDifference() throws IOException {
        Lines lines = Lines.of("app.ATest.", "app.ATest.a", "app.BTest.")
                .hit("DATABASE", 2, "/data")
                .add("d", "1", "changed", "/data")
                .add("d", "1", "created", "/data-wal")
                .add("d", "1", "changed", "/data/log/log1.dat")
                .add("d", "1", "created", "/database")
                .add("d", "3", "changed", "/data-wal");
        assertEquals(
                List.of(
                        "DIFFERENCES /data-wal [app.BTest was changed while it ran]",
                        "DIFFERENCES /database [app.ATest was created while it ran]"),
                findings(lines));
    }

    /** As a log of the build is, which somebody has redirected into the module. */
    @Test
    void whatChangesWhileNoClassRunsIsNoTestsDoing() throws IOException {
        Lines lines = Lines.of("app.ATest.", "app.BTest.")
                .add("d", "1", "changed", "/build.log")
                .add("d", "1", "created", "/native")
                .add("w", "/build.log")
                .add("d", "2", "changed", "/build.log");
        assertEquals(List.of("/native"), resources(lines.report(run), Section.DIFFERENCES));
    }
}
