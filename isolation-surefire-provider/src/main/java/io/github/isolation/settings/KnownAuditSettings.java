package io.github.isolation.settings;

import static io.github.isolation.settings.Setting.Reader.EXTENSION;
import static io.github.isolation.settings.Setting.Reader.GOAL;
import static io.github.isolation.settings.Setting.Reader.SUPERVISOR;
import static io.github.isolation.settings.Setting.Reader.WORKER;

import io.github.isolation.settings.Setting.Topic;
import java.time.Duration;
import java.util.List;

/** The part of {@link KnownSettings} that is for audits: what tests share. */
public final class KnownAuditSettings {
    private static final SettingList ALL = new SettingList();

    public static final Setting<List<String>> AUDIT = ALL.names(
                    SettingNames.AUDIT, Forms.Names.of("files", "ports", "jvm", "statics", "directories"))
            .topic(Topic.AUDIT)
            .page("ready-for-forks.md")
            .readBy(EXTENSION, SUPERVISOR, WORKER)
            .means("What a Java agent in the workers writes down of each test, for a report of what tests share.");

    public static final Setting<Duration> AUDIT_BUDGET = ALL.setting(SettingNames.AUDIT_BUDGET, new Forms.Time(), "2m")
            .page("ready-for-forks.md")
            .readBy(SUPERVISOR)
            .means("How long findings may be tried out after the tests, in workers of their own; with `0s`, none is.");

    public static final Setting<List<String>> AUDIT_IGNORE = ALL.names(
                    SettingNames.AUDIT_IGNORE,
                    new Forms.Names(".+", "a pattern, in which a * stands for any text", "patterns"))
            .page("ready-for-forks.md")
            .readBy(EXTENSION, GOAL, SUPERVISOR)
            .means(
                    "Resources and classes that the report leaves out; `*` stands for any text, and paths begin in the module:"
                            + " `target/log/*`, `shop.Registry.*`.");

    public static final Setting<List<String>> AUDIT_FAIL_ON = ALL.names(
                    SettingNames.AUDIT_FAIL_ON,
                    Forms.Names.of("clashes", "state", "threads", "services", "differences"))
            .page("ready-for-forks.md")
            .readBy(EXTENSION, GOAL)
            .means("Which kinds of findings fail the build, if they are not in the file of those that are known.");

    public static final Setting<String> AUDIT_BASELINE = ALL.setting(
                    SettingNames.AUDIT_BASELINE, new Forms.Text("a path"), "audit-baseline.txt")
            .inMaven("${project.basedir}/audit-baseline.txt")
            .page("ready-for-forks.md")
            .readBy(EXTENSION, GOAL)
            .means("The file of findings that are known; where it is not there, all are new.");

    public static final Setting<Boolean> AUDIT_ACCEPT = ALL.flag(SettingNames.AUDIT_ACCEPT, "false")
            .page("ready-for-forks.md")
            .readBy(EXTENSION, GOAL)
            .means("Whether all that is found is written into that file, and fails nothing.");

    private KnownAuditSettings() {}

    static List<Setting<?>> all() {
        return ALL.settings();
    }
}
