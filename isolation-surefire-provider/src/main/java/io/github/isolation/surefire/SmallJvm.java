package io.github.isolation.surefire;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * JVM options for a worker that lives for a second or two: it runs its code mostly once, so what the JVM does to run it faster
 * later costs more than it brings (it/benchmark/README.md). Nothing that the user has chosen is changed.
 */
final class SmallJvm {
    /** A simple compiler, and ten times as patient as by default. */
    private static final List<String> COMPILER = List.of("-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=10");

    private static final String COLLECTOR = "-XX:+UseSerialGC";

    private static final Pattern CHOOSES_COMPILER =
            Pattern.compile("-XX:([+-]Tiered|TieredStop|Compil).*|-X(int|comp|mixed)"
                    + "|-client|-server|-XX:[+-]UseJVMCI.*|-XX:Flags=.*|-XX:VMOptionsFile=.*|@.*");

    private static final Pattern CHOOSES_COLLECTOR =
            Pattern.compile("-XX:[+-]Use\\w*GC|-XX:(G1|Z|Shenandoah|Parallel|ConcGC).*|-Xlog.*|-XX:Flags=.*|@.*");

    private SmallJvm() {}

    /** What is to follow the user's options. */
    static List<String> options(List<String> user) {
        List<String> options = new ArrayList<>();
        if (leavesOpen(user, CHOOSES_COMPILER)) {
            options.addAll(COMPILER);
        }
        if (leavesOpen(user, CHOOSES_COLLECTOR)) {
            options.add(COLLECTOR);
        }
        return options;
    }

    private static boolean leavesOpen(List<String> user, Pattern choice) {
        return user.stream().noneMatch(option -> choice.matcher(option).matches());
    }
}
