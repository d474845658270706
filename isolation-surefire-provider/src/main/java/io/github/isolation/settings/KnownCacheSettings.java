package io.github.isolation.settings;

import static io.github.isolation.settings.Setting.Reader.GOAL;

import io.github.isolation.settings.Setting.Topic;
import java.time.Duration;
import java.util.List;

/** The part of {@link KnownSettings} that is for cleaning the cache. */
public final class KnownCacheSettings {
    private static final SettingList ALL = new SettingList();

    public static final Setting<String> FIXTURE = ALL.setting(
                    SettingNames.FIXTURE, new Forms.Text("the id of a fixture"), "")
            .topic(Topic.CLEANING)
            .page("fixtures.md")
            .readBy(GOAL)
            .means("Remove all entries of this fixture, and the record of its first checksums.");

    public static final Setting<Duration> OLDER_THAN = ALL.setting(SettingNames.OLDER_THAN, new Forms.Time(), "")
            .page("fixtures.md")
            .readBy(GOAL)
            .means("Remove entries that no build has asked for in so long: `30d`, `12h`; `0s` for all.");

    public static final Setting<String> MAX_SIZE = ALL.setting(
                    SettingNames.MAX_SIZE, new Forms.Text("a size, such as `20GB`"), "")
            .page("fixtures.md")
            .readBy(GOAL)
            .means("How large the cache may be afterwards: what was used least recently is removed first.");

    private KnownCacheSettings() {}

    static List<Setting<?>> all() {
        return ALL.settings();
    }
}
