package io.github.isolation.maven;

import io.github.isolation.fixture.Seed;
import io.github.isolation.maven.cache.CacheCare;
import io.github.isolation.maven.cache.CacheLayout;
import io.github.isolation.maven.cache.HumanFormat;
import io.github.isolation.settings.KnownCacheSettings;
import io.github.isolation.settings.SettingNames;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Removes entries from the fixture cache: those of one fixture, those not used for some time, or the least recently used
 * until the rest is small enough; and so what {@code Isolation.once} made for this user, and class-data archives of workers.
 * What a running build uses stays. What is in quarantine is removed in any case.
 */
@Mojo(name = "clean-cache", requiresProject = false, aggregator = true, threadSafe = true)
public final class CleanCacheMojo extends CacheMojo {
    /** Remove all entries of this fixture, and the record of its first checksums. */
    @Parameter(property = SettingNames.FIXTURE)
    private @Nullable String fixture;

    /** Remove entries that no build has asked for in so long: {@code 30d}, {@code 12h}; {@code 0s} for all. */
    @Parameter(property = SettingNames.OLDER_THAN)
    private @Nullable String olderThan;

    /** How large the cache may be afterwards: what was used least recently is removed first. */
    @Parameter(property = SettingNames.MAX_SIZE)
    private @Nullable String maxSize;

    @Override
    void run(CacheLayout layout) throws IOException, ConfigurationException {
        List<String> problems = new ArrayList<>();
        if (fixture == null && olderThan == null && maxSize == null) {
            problems.add("say what to remove: -Disolation.fixture=ID, -Disolation.olderThan=30d or"
                    + " -Disolation.maxSize=20GB");
        }
        // It becomes a path, and what is there is deleted.
        if (fixture != null && !Seed.isId(fixture)) {
            problems.add(SettingNames.FIXTURE + ": '" + fixture + "' is not the id of a fixture: " + Seed.ID_RULE);
        }
        Duration age = null;
        long size = Long.MAX_VALUE;
        try {
            age = olderThan == null
                    ? null
                    : KnownCacheSettings.OLDER_THAN.form().parse(olderThan);
        } catch (IllegalArgumentException e) {
            problems.add(SettingNames.OLDER_THAN + ": " + e.getMessage());
        }
        try {
            size = maxSize == null ? Long.MAX_VALUE : HumanFormat.parseSize(maxSize);
        } catch (IllegalArgumentException e) {
            problems.add(SettingNames.MAX_SIZE + ": " + e.getMessage());
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        CacheCare.Cleaning cleaning = new CacheCare(layout).clean(new CacheCare.Wish(fixture, age, size));
        if (fixture != null && !cleaning.knows(fixture)) {
            getLog().warn("isolation: there is no fixture '" + fixture + "' in " + layout.cacheDirectory()
                    + "; 'mvn isolation:list-cache' names those there are");
        }
        cleaning.removed().forEach(entry -> getLog().info("isolation: removed " + entry.id() + " " + entry.key() + ", "
                + HumanFormat.size(entry.bytes()) + ", from " + entry.source()));
        cleaning.inUse().forEach(entry -> getLog().info(
                        "isolation: " + entry.id() + " " + entry.key() + " is in use and stays"));
        cleaning.others().forEach(other -> getLog().info("isolation: removed " + other.kind() + " " + other.name()
                + ", " + HumanFormat.size(other.bytes())));
        cleaning.neighboursInUse().forEach(other -> getLog().info(
                        "isolation: " + other.kind() + " " + other.name() + " is in use and stays"));
        getLog().info("isolation: " + HumanFormat.size(cleaning.bytes()) + " removed from " + layout.cacheDirectory());
    }
}
