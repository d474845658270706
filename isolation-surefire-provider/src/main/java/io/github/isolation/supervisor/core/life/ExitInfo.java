package io.github.isolation.supervisor.core.life;

import org.jspecify.annotations.Nullable;

/**
 * What could be found out about a process after it had exited.
 *
 * @param status the exit status; 128 + n after signal n on POSIX
 * @param retirementProved whether it left the marker of its own launch: it ended on purpose, by a way that leaves no time
 *     for a goodbye
 * @param fatalError what the JVM's own error report says in a line, with the file it is in
 * @param killedForMemory whether the kernel killed a process of this control group for lack of memory meanwhile
 * @param fromArchive whether it was started from a class-data archive
 */
public record ExitInfo(
        int status,
        boolean retirementProved,
        @Nullable String fatalError,
        boolean killedForMemory,
        boolean fromArchive) {

    /** Nothing but an exit status. */
    public static ExitInfo of(int status) {
        return new ExitInfo(status, false, null, false, false);
    }

    /**
     * Whether somebody else ended it: no code in a JVM dies of SIGKILL by its own doing, unless it took all memory.
     */
    public boolean killedFromOutside() {
        return status == ExitStatus.SIGKILL && !killedForMemory && fatalError == null;
    }

    /** In words. */
    public String describe() {
        return ExitStatus.describe(status) + rest();
    }

    /** The same of one that had no memory left, whose exit status says little, and 0 nothing. */
    public String describeOutOfMemory() {
        return "out of memory" + (status == 0 ? "" : ", " + ExitStatus.describe(status)) + rest();
    }

    private String rest() {
        String memory = killedForMemory ? ", and the kernel has killed a process for lack of memory" : "";
        return memory + (fatalError == null ? "" : "; " + fatalError);
    }
}
