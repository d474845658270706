package io.github.isolation.settings;

import static io.github.isolation.settings.Setting.Reader.EXTENSION;
import static io.github.isolation.settings.Setting.Reader.GOAL;
import static io.github.isolation.settings.Setting.Reader.SUPERVISOR;

import io.github.isolation.settings.Setting.Topic;
import java.time.Duration;
import java.util.List;

/** The part of {@link KnownSettings} that is for a suite on several machines. */
public final class KnownShardSettings {
    private static final SettingList ALL = new SettingList();

    public static final Setting<ShardNumber> SHARD = ALL.setting(SettingNames.SHARD, new ShardNumber.Form(), "")
            .topic(Topic.SHARDS)
            .page("shards.md")
            .readBy(EXTENSION)
            .means("Which part of the tests this machine runs: the second of five; the one that CI's own variables say"
                    + " (`auto`); or none at all, but a plan for five machines is made (`plan/5`).");

    public static final Setting<String> SHARD_PLAN = ALL.setting(SettingNames.SHARD_PLAN, new Forms.Text("a path"), "")
            .page("shards.md")
            .readBy(EXTENSION)
            .means(
                    "The plan that was made by `plan/5`; or where to write it, which is `target/isolation/shard-plan.jsonl`"
                            + " unless this is set. Paths begin where Maven was started.");

    public static final Setting<String> SHARD_RUN = ALL.setting(
                    SettingNames.SHARD_RUN, new Forms.Text("a text without blanks"), "")
            .shown("the id that CI has for the build, if it is known")
            .page("shards.md")
            .readBy(EXTENSION)
            .means("What tells the shards of one build from those of another: the same on all machines.");

    public static final Setting<String> SHARD_GROUP = ALL.setting(SettingNames.SHARD_GROUP, new ShardGroup(), "")
            .page("shards.md")
            .readBy(EXTENSION)
            .means("What tells shards of one build apart that run the same tests in another way, such as `jdk21`.");

    public static final Setting<Integer> SHARD_ATTEMPT = ALL.setting(SettingNames.SHARD_ATTEMPT, new Forms.Count(), "")
            .shown("what CI says, if it is known; or one more than the last that is there")
            .page("shards.md")
            .readBy(EXTENSION)
            .means("Which attempt at this shard it is, from 1: of several, `isolation:merge` takes the highest.");

    public static final Setting<String> QUEUE = ALL.setting(SettingNames.QUEUE, new QueueUrl(), "")
            .page("queue.md")
            .readBy(EXTENSION, GOAL)
            .means("The database with the queue from which the machines of a build take classes as they become free.");

    public static final Setting<String> QUEUE_SERVER = ALL.setting(
                    SettingNames.QUEUE_SERVER, new Forms.Text("the id of a server"), "")
            .page("queue.md")
            .readBy(EXTENSION, GOAL)
            .means(
                    "The `<server>` of `settings.xml` that has user and password for the database of the queue. Without it they"
                            + " are looked for in the environment.");

    public static final Setting<Duration> QUEUE_LEASE = ALL.setting(SettingNames.QUEUE_LEASE, new Lease(), "30s")
            .page("queue.md")
            .readBy(EXTENSION, SUPERVISOR)
            .means(
                    "For how long a machine may be silent before others get the classes that it has taken from the queue.");

    public static final Setting<String> CLASS_TIMES = ALL.setting(
                    SettingNames.CLASS_TIMES, new Forms.Text("a path"), "")
            .page("shards.md")
            .readBy(EXTENSION, SUPERVISOR, GOAL)
            .means(
                    "One file for all modules with how long each class took, out of reach of `mvn clean`, for a cache of CI;"
                            + " `member-times` is beside it. Shards only read them; `isolation:merge` writes them.");

    public static final Setting<String> SHARDS = ALL.setting(SettingNames.SHARDS, new Forms.Text("a directory"), "")
            .page("shards.md")
            .readBy(GOAL)
            .means("Where `isolation:merge` finds, at any depth, what the shards have left.");

    private KnownShardSettings() {}

    /** All of them, in this order. */
    static List<Setting<?>> all() {
        return ALL.settings();
    }

    /** Without a password: what is here, everybody sees. */
    private record QueueUrl() implements Form<String> {
        @Override
        public String parse(String text) {
            if (!text.startsWith("jdbc:postgresql:")) {
                throw new IllegalArgumentException("'" + text.replaceFirst("\\?.*", "")
                        + "' is no queue; write the address of a PostgreSQL database, as in"
                        + " jdbc:postgresql://ci-db/isolation");
            }
            if (text.matches("(?i).*([?&](ssl)?password=|//[^/?]*@).*")) {
                throw new IllegalArgumentException(
                        "a password in an address is in every log; write it into the environment"
                                + " variable ISOLATION_QUEUE_PASSWORD, and the user behind user= or into ISOLATION_QUEUE_USER;"
                                + " or both into a <server> of settings.xml, and its id into "
                                + SettingNames.QUEUE_SERVER);
            }
            return text;
        }

        @Override
        public String values() {
            return "`jdbc:postgresql://host/database`";
        }
    }

    /** One that is over at once would be lent again at once, to everybody. */
    private record Lease() implements Form<Duration> {
        private static final Duration SHORTEST = Duration.ofSeconds(1);

        @Override
        public Duration parse(String text) {
            Duration lease = new Forms.Time().parse(text);
            if (lease.compareTo(SHORTEST) < 0) {
                throw new IllegalArgumentException(
                        "'" + text
                                + "' is too short: others would get a class while this machine still runs it; write 1s or more");
            }
            return lease;
        }

        @Override
        public String values() {
            return "a duration, at least `1s`";
        }
    }

    /** A name for a file, among other things. */
    private record ShardGroup() implements Form<String> {
        @Override
        public String parse(String text) {
            if (!text.matches("[A-Za-z0-9._-]{1,60}") || text.matches("\\.+")) {
                throw new IllegalArgumentException(
                        "'" + text + "' is no name of a group; write letters, digits, '.', '_' and '-', as in jdk21");
            }
            return text;
        }

        @Override
        public String values() {
            return "a name, such as `jdk21`";
        }
    }
}
