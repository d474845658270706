package io.github.isolation.maven.audit;

import io.github.isolation.books.BooksFile;
import io.github.isolation.books.InHand;
import io.github.isolation.books.RunBooks;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.RunHold;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Supervisors that were killed, or whose JVM crashed: Surefire knows that they are gone, and not what was running. */
public final class GoneSupervisors {
    private GoneSupervisors() {}

    /** A line for each of these runs whose supervisor is gone without a word, and had something in hand. */
    public static List<String> lines(ForkLayout layout, List<Run> ofThisBuild) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Run run : ofThisBuild) {
            List<String> inHand = isAccountedFor(run) ? List.of() : InHand.read(run.directory());
            if (!inHand.isEmpty() && !RunHold.isAlive(layout.runLock(run.id()))) {
                lines.add(
                        "isolation: a supervisor was gone before it could say why: killed by somebody, perhaps for its"
                                + " memory, or its JVM crashed. Then there ran, and have no results: "
                                + String.join(", ", inHand)
                                + ". Classes that had not begun have none either. What is left of the run is in "
                                + run.directory());
            }
        }
        return lines;
    }

    /** Books that end in the middle of a line were closed by nobody. */
    private static boolean isAccountedFor(Run run) {
        try {
            RunBooks books = BooksFile.readEnd(run.books());
            return books.isClosed() || books.cancelled;
        } catch (IOException e) {
            return false;
        }
    }
}
