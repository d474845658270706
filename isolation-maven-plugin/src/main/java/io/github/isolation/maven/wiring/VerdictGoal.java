package io.github.isolation.maven.wiring;

import io.github.isolation.settings.SettingNames;
import io.github.isolation.settings.VerdictTask;
import java.util.List;
import java.util.Properties;

/** What {@code mvn isolation:verdict} means: the lifecycle up to the tests, in which no test is run but to find something out. */
final class VerdictGoal {
    private static final String GOAL = ":verdict";
    private static final String PREFIX = "isolation" + GOAL;
    private static final String ARTIFACT = "isolation-maven-plugin:";

    private VerdictGoal() {}

    /** Sets what that goal needs, if it is among these; what the user has set stays. */
    static void prepare(List<String> goals, Properties user) {
        boolean asked = goals.stream()
                .map(goal -> goal.replaceFirst("@.*", ""))
                .anyMatch(goal -> goal.equals(PREFIX) || (goal.contains(ARTIFACT) && goal.endsWith(GOAL)));
        if (asked && user.getProperty(SettingNames.VERDICT, "").isBlank()) {
            user.setProperty(
                    SettingNames.VERDICT,
                    record(user.getProperty(SettingNames.RUN, "").strip()));
        }
    }

    private static String record(String run) {
        if (run.isEmpty()) {
            return VerdictTask.LAST;
        }
        return run.endsWith(".jsonl") ? run : "target/isolation/runs/" + run + "/record.jsonl";
    }
}
