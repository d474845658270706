package io.github.isolation.supervisor;

import io.github.isolation.queue.Census;
import io.github.isolation.queue.ClassQueue;
import io.github.isolation.settings.SettingNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said of a run that comes from a queue when it is over. Pure. */
final class QueueWords {
    private static final int NAMED = 10;

    private QueueWords() {}

    /**
     * What fails the build of this machine, though none of its own tests need have failed; empty if nothing does. One that comes when all is over
     * must not make red green. One text, the worst first: of several errors, Maven shows the first.
     *
     * @param tookPart whether it had a class
     */
    static Optional<String> wrong(Census census, boolean tookPart) {
        List<String> lines = new ArrayList<>();
        if (!census.lost().isEmpty()) {
            List<String> lost = census.lost().stream()
                    .map(one -> one.className() + " (" + one.machines() + ")")
                    .toList();
            lines.add("isolation: LOST: there are no results of " + some(lost)
                    + ". Each of these machines was gone, or silent for longer than its lease, while it had the class; after "
                    + ClassQueue.MOST_DELIVERIES + " of them nobody tries again.");
        }
        if (!tookPart && !census.failed().isEmpty()) {
            lines.add("isolation: the run was over before this machine joined it, and " + some(census.failed())
                    + " failed. Nothing was run here. To run all of it again, give all machines another "
                    + SettingNames.SHARD_ATTEMPT + ", or another " + SettingNames.SHARD_RUN + ".");
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
    }

    private static String some(List<String> names) {
        int more = names.size() - NAMED;
        return names.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
