package io.github.isolation.surefire;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * JVM options for a worker that lives for a second or two: it runs its code mostly once, so what the JVM does to run it faster
 * later costs more than it brings (src-site/performance.md). Nothing that the user has chosen is changed.
 */
final class SmallJvm {
    /** A simple compiler, and ten times as patient as by default. */
    private static final List<String> COMPILER = List.of("-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=10");

    private static final String COLLECTOR = "-XX:+UseSerialGC";

    /** From 18 on, the JDK makes classes for what is called by reflection (JEP 416), unless it is told not to. */
    private static final int MAKES_CLASSES_SINCE = 18;

    private static final String REFLECTION = "-Djdk.reflect.useNativeAccessorOnly=true";

    private static final Pattern CHOOSES_COMPILER =
            Pattern.compile("-XX:([+-]Tiered|TieredStop|Compil).*|-X(int|comp|mixed)"
                    + "|-client|-server|-XX:[+-]UseJVMCI.*|-XX:Flags=.*|-XX:VMOptionsFile=.*|@.*");

    private static final Pattern CHOOSES_COLLECTOR =
            Pattern.compile("-XX:[+-]Use\\w*GC|-XX:(G1|Z|Shenandoah|Parallel|ConcGC).*|-Xlog.*|-XX:Flags=.*|@.*");

    private static final Pattern CHOOSES_REFLECTION = Pattern.compile("-Djdk\\.reflect\\..*|@.*");

    private SmallJvm() {}

    /** What is to follow the user's options, in a JVM of this version. */
    static List<String> options(List<String> user, int version) {
        List<String> options = new ArrayList<>();
        if (leavesOpen(user, CHOOSES_COMPILER)) {
            options.addAll(COMPILER);
        }
        if (leavesOpen(user, CHOOSES_COLLECTOR)) {
            options.add(COLLECTOR);
        }
        if (version >= MAKES_CLASSES_SINCE && leavesOpen(user, CHOOSES_REFLECTION)) {
            options.add(REFLECTION);
        }
        return options;
    }

    private static boolean leavesOpen(List<String> user, Pattern choice) {
        return user.stream().noneMatch(option -> choice.matcher(option).matches());
    }
}
