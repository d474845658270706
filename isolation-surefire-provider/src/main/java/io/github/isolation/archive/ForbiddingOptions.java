package io.github.isolation.archive;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Options of workers with which there can be no archive. */
final class ForbiddingOptions {
    /** Options after which a JVM refuses archives, or that say what the user wants to have of them. */
    private static final Pattern FORBIDS =
            Pattern.compile("-Xshare:.*|-XX:(Shared|ArchiveClasses|AOT|[+-]AOT|[+-]UseSharedSpaces|[+-]AutoCreate).*"
                    + "|-agentlib:(?!jdwp).*|-agentpath:.*|-Xbootclasspath.*|--patch-module.*|--upgrade-module-path.*"
                    + "|--limit-modules.*|--module-path.*|-p|-XX:Flags=.*|-XX:VMOptionsFile=.*|@.*");

    /** Of these, what says no more than that there is to be no archive. */
    private static final Set<String> OFF = Set.of("-Xshare:off", "-XX:-UseSharedSpaces", "-XX:AOTMode=off");

    private ForbiddingOptions() {}

    /** The first of them, if there is one. */
    static Optional<String> firstOf(List<String> options) {
        return options.stream().filter(ForbiddingOptions::forbids).findFirst();
    }

    /** Whether an option means only that there is to be no archive: who wrote {@code -Xshare:off} knows. */
    static boolean saysNoMore(String option) {
        return OFF.contains(option);
    }

    /** Classes in a cache are there before any agent, so one that wants to change JUnit's would not be asked. Ours does not. */
    private static boolean forbids(String option) {
        return FORBIDS.matcher(option).matches() || (ArchiveOptions.AOT_CACHE && option.startsWith("-javaagent:"));
    }
}
