package io.github.isolation.fork;

import java.nio.file.Path;

/**
 * Where everything below the isolation directory is. The one class that knows, so that the three JVMs, which only
 * share this directory's name, find the same files.
 *
 * <pre>
 * forks/&lt;slot&gt;/{tmp, fixtures, home, work, properties}   what belongs to one fork
 * forks/&lt;slot&gt;/services/&lt;id&gt;           what belongs to a service; .log is what it says, .process which one it is
 * forks/&lt;slot&gt;/copies                  fixtures of single tests
 * once/&lt;key&gt;                           what {@code Isolation.once} made
 * locks/&lt;slot&gt;.lock                   held while the fork lives
 * locks/shared/                       locks that tests take across forks
 * runs/&lt;run id&gt;/                      what happened; record.jsonl, books.tsv, in-hand.tsv
 * report/index.html                   the newest runs, to be opened in a browser
 * shard/shard-2-of-5.attempt-1.jsonl  what one of several machines has run, with its reports beside it
 * class-times                         how long classes took when they ran last
 * commands/&lt;fixture id&gt;.log           what a command said while it made a fixture
 * seed-plan.properties                what to seed
 * services/&lt;id&gt;.options               the class path of a service that is a JVM
 * service-plan.properties             which servers each fork has
 * changed-fixtures/&lt;id&gt;               which class ran when a read-only fixture was found changed
 * </pre>
 *
 * @param isolationDirectory the isolation directory; made absolute here, because the JVMs may have different working
 *     directories
 */
public record ForkLayout(Path isolationDirectory) {
    /** The slot of a test that no fork runs, in an IDE for example. */
    public static final String MAIN = "main";

    public ForkLayout {
        isolationDirectory = isolationDirectory.toAbsolutePath().normalize();
    }

    /** The directory of a fork. */
    public Path forkDirectory(int slot) {
        return forkDirectory(Integer.toString(slot));
    }

    /** The directory of a fork, or of {@value #MAIN}. */
    public Path forkDirectory(String slot) {
        return isolationDirectory.resolve("forks").resolve(slot);
    }

    /** What {@code java.io.tmpdir} of the fork's worker is, unless the path is too long for a socket in it. */
    public Path temporaryDirectory(int slot) {
        return temporaryDirectory(Integer.toString(slot));
    }

    /** As {@link #temporaryDirectory(int)}, also for {@value #MAIN}. */
    public Path temporaryDirectory(String slot) {
        return forkDirectory(slot).resolve("tmp");
    }

    /** Where the fork's copies of the fixtures are, each at its id. */
    public Path fixtures(int slot) {
        return fixtures(Integer.toString(slot));
    }

    /** As {@link #fixtures(int)}, also for {@value #MAIN}. */
    public Path fixtures(String slot) {
        return forkDirectory(slot).resolve("fixtures");
    }

    /** What {@code user.home} of the fork's worker is, if the user asked for that. */
    public Path home(int slot) {
        return forkDirectory(slot).resolve("home");
    }

    /** What the working directory of the fork's worker is, if the user asked for that. */
    public Path workingDirectory(int slot) {
        return forkDirectory(slot).resolve("work");
    }

    /** The directory that a system property of the fork's worker names, if the user asked for that. */
    public Path isolated(int slot, String property) {
        return forkDirectory(slot).resolve("properties").resolve(property);
    }

    /** Where single tests have copies of fixtures. */
    public Path copies(int slot) {
        return forkDirectory(slot).resolve("copies");
    }

    /** What to seed, written by {@code prepare-cache}. */
    public Path seedPlan() {
        return isolationDirectory.resolve("seed-plan.properties");
    }

    /** Which servers each fork has, written by {@code prepare-cache}. */
    public Path servicePlan() {
        return isolationDirectory.resolve("service-plan.properties");
    }

    /** What a JVM that is a service takes its class path from. */
    public Path serviceOptions(String id) {
        return isolationDirectory.resolve("services").resolve(id + ".options");
    }

    /** Where the services of a fork, or of {@value #MAIN}, have their directories and logs. */
    public Path services(String slot) {
        return forkDirectory(slot).resolve("services");
    }

    /** Which class changed what was to be left alone. */
    public Path changedFixtures() {
        return isolationDirectory.resolve("changed-fixtures");
    }

    /** The lock that is held while the fork lives. Outside the fork's directory, which tests may empty. */
    public Path slotLock(int slot) {
        return slotLock(Integer.toString(slot));
    }

    /** As {@link #slotLock(int)}, also for {@value #MAIN}. */
    public Path slotLock(String slot) {
        return isolationDirectory.resolve("locks").resolve(slot + ".lock");
    }

    /** What a file or directory of the project looked like when its digest was taken, and that digest. */
    public Path rememberedDigest(String name) {
        return isolationDirectory.resolve("digests").resolve(name);
    }

    /** Held while the run is alive. */
    public Path runLock(String runId) {
        return runDirectory(runId).resolve("alive.lock");
    }

    /** Which ports a fork has in a run, or {@value #MAIN} in a JVM. */
    public Path portBook(String runId, String slot) {
        return runDirectory(runId).resolve("ports-" + slot + ".properties");
    }

    /** Where the locks are that tests take across forks. */
    public Path sharedLocks() {
        return isolationDirectory.resolve("locks").resolve("shared");
    }

    /** Where each run has a directory. */
    public Path runs() {
        return isolationDirectory.resolve("runs");
    }

    /** Events, dumps and output tails of one run. */
    public Path runDirectory(String runId) {
        return runs().resolve(runId);
    }

    /** What one run was like, one JSON object a line. */
    public Path runRecord(String runId) {
        return runDirectory(runId).resolve("record.jsonl");
    }

    /** The page that shows the newest runs. */
    public Path report() {
        return isolationDirectory.resolve("report").resolve("index.html");
    }

    /** What a shard leaves for {@code isolation:merge}. */
    public Path shards() {
        return isolationDirectory.resolve("shard");
    }

    /** How long classes took when they ran last. */
    public Path classTimes() {
        return isolationDirectory.resolve("class-times");
    }

    /** Where the output of a command that makes a fixture is kept, by the fixture's id. */
    public Path commandLog(String id) {
        return isolationDirectory.resolve("commands").resolve(id + ".log");
    }
}
