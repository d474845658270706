package io.github.isolation.supervisor;

import io.github.isolation.queue.Census;
import io.github.isolation.queue.ClassQueue;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.supervisor.core.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is said of a run that comes from a queue when it is over. Pure.
 *
 * @param failuresIgnored whether a build passes when tests have failed ({@code testFailureIgnore})
 */
public record QueueWords(boolean failuresIgnored) {
    private static final int NAMED = 10;

    /**
     * What fails the build of this machine, though none of its own tests need have failed; empty if nothing is wrong. A machine that comes when
     * all is over must not make red green. Where failures are ignored, it warns of the failures of others, and still fails for a class that
     * is lost. One text, the worst first: of several errors, Maven shows the first.
     *
     * @param cameLate whether nothing was left to run when it asked for the first time; who has waited for others in vain has come in time
     */
    Optional<Input> wrong(Census census, boolean cameLate) {
        List<String> lines = new ArrayList<>();
        if (!census.lost().isEmpty()) {
            List<String> lost = census.lost().stream()
                    .map(one -> one.className() + " (" + one.machines() + ")")
                    .toList();
            lines.add("isolation: LOST: there are no results of " + some(lost)
                    + ". Each of these machines was gone, or silent for longer than its lease, while it had the class; after "
                    + ClassQueue.MOST_DELIVERIES + " of them nobody tries again.");
        }
        if (cameLate && !census.failed().isEmpty()) {
            lines.add("isolation: the run was over before this machine joined it, and " + some(census.failed())
                    + " failed. Nothing was run here. To run all of it again, give all machines another "
                    + SettingNames.SHARD_ATTEMPT + ", or another " + SettingNames.SHARD_RUN + ".");
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String text = String.join("\n", lines);
        boolean passes = failuresIgnored && census.lost().isEmpty();
        return Optional.of(passes ? new Input.Warning(text) : new Input.Trouble(text));
    }

    private static String some(List<String> names) {
        int more = names.size() - NAMED;
        return names.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
