package plans;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Writes down which classes JUnit runs in one plan, a line each, for the verify script. */
public class Journal implements TestExecutionListener {
    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        String classes = plan.getRoots().stream()
                .flatMap(root -> plan.getChildren(root).stream())
                .map(topLevel -> topLevel.getLegacyReportingName().replaceAll(".*\\.", ""))
                .collect(Collectors.joining(" "));
        Path file = Path.of("target", "plans-" + System.getProperty("run"));
        try {
            Files.writeString(file, classes + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
