package io.github.isolation.settings;

import static io.github.isolation.settings.Setting.Reader.EXTENSION;
import static io.github.isolation.settings.Setting.Reader.SUPERVISOR;

import io.github.isolation.settings.Setting.Topic;
import java.time.Duration;
import java.util.List;

/** The part of {@link KnownSettings} that is about why tests fail. */
public final class KnownVerdictSettings {
    private static final SettingList ALL = new SettingList();

    public static final Setting<String> VERDICT = ALL.setting(SettingNames.VERDICT, new Wish(), VerdictTask.NEVER)
            .topic(Topic.AGAIN)
            .page("why-did-it-fail.md")
            .readBy(EXTENSION, SUPERVISOR)
            .means(
                    "Whether it is found out after the tests why some of them failed: alone, because of what ran before them in"
                            + " their JVM, or because of what ran beside them. With a record, or the last one, only what failed there is"
                            + " looked at, and no other test is run.");

    public static final Setting<Duration> VERDICT_BUDGET = ALL.setting(
                    SettingNames.VERDICT_BUDGET, new Forms.Time(), "5m")
            .page("why-did-it-fail.md")
            .readBy(SUPERVISOR)
            .means("How long that may take, for all failures of an execution together.");

    public static final Setting<Integer> VERDICT_RUNS = ALL.setting(SettingNames.VERDICT_RUNS, new Forms.Count(), "500")
            .page("why-did-it-fail.md")
            .readBy(SUPERVISOR)
            .means("How many workers may be started for it, for all failures of an execution together.");

    public static final Setting<List<String>> PROOF = ALL.names(
                    SettingNames.PROOF,
                    new Forms.Names("[1-9]\\d{0,2}", "a number of forks", "numbers of forks, such as `1,2,4`"))
            .page("why-did-it-fail.md")
            .readBy(SUPERVISOR)
            .means(
                    "With how many forks the suite is run again after the tests, in three orders each, to see whether its results are"
                            + " the same each time.");

    private KnownVerdictSettings() {}

    /** All of them, in this order. */
    static List<Setting<?>> all() {
        return ALL.settings();
    }

    /** A word, or a path. */
    private record Wish() implements Form<String> {
        @Override
        public String parse(String text) {
            if (!VerdictTask.WORDS.contains(text) && !text.endsWith(".jsonl")) {
                throw new IllegalArgumentException("'" + text + "' is none of " + String.join(", ", VerdictTask.WORDS)
                        + ", and no path of a record, which ends with .jsonl");
            }
            return text;
        }

        @Override
        public String values() {
            return "`never`, `onFailure`, `last`, or a path, such as `record.jsonl`";
        }
    }
}
