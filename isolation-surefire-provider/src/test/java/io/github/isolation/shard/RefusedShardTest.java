package io.github.isolation.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.ForkLayout;
import io.github.isolation.queue.QueueUnreachableException;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.settings.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a shard leaves that could not begin. */
class RefusedShardTest {
    @TempDir
    Path directory;

    private final Properties properties = new Properties();
    private final List<String> warnings = new ArrayList<>();

    @BeforeEach
    void aShardOfIntegrationTests() {
        properties.setProperty(SettingNames.DIRECTORY, directory.toString());
        properties.setProperty(Wiring.SHARD, "2/5");
        properties.setProperty(Wiring.MODULE, "g:a");
        properties.setProperty(Wiring.EXECUTION, "maven-failsafe-plugin:3.6.1:it");
        properties.setProperty(Wiring.SHARD_BOOK, directory.resolve("book").toString());
        properties.setProperty(Wiring.SHARD_RUN, "4711");
        properties.setProperty(Wiring.SHARD_BUILD, "b");
    }

    private void aQueueInstead() {
        properties.remove(Wiring.SHARD);
        properties.setProperty(Wiring.QUEUE, "jdbc:postgresql://db/isolation");
        properties.setProperty(Wiring.QUEUE_DRIVER, "driver.jar");
    }

    private List<ShardRun> left() throws IOException {
        RefusedShard.leave(properties, new IllegalStateException("no"), warnings::add);
        return ShardFile.read(new ForkLayout(directory).shards().resolve("shard-2-of-5.attempt-1.jsonl"));
    }

    @Test
    void itSaysThatNothingWasBegun() throws IOException {
        ShardRun run = left().get(0);
        assertTrue(run.header().isRefused());
        assertEquals("g:a/maven-failsafe-plugin/it", run.header().key());
        assertEquals("4711", run.header().run());
        assertEquals(List.of(), run.scanned());
        assertNull(run.end());
        assertFalse(run.isWhole());
    }

    @Test
    void whereTheShardHadBegunThereIsSomethingAlready() throws IOException {
        ShardHeader begun =
                new ShardHeader("r1", "g:a/maven-failsafe-plugin/it", 2, 5, 1, "4711", "", "u", "t", "p", "b");
        ShardFile.begin(new ForkLayout(directory).shards(), begun, List.of());
        assertEquals(List.of(begun), left().stream().map(ShardRun::header).toList());
    }

    @Test
    void whatCannotBeWrittenDownIsSaid() throws IOException {
        properties.setProperty(
                SettingNames.DIRECTORY,
                Files.createFile(directory.resolve("file")).toString());
        RefusedShard.leave(properties, new IllegalStateException("no"), warnings::add);
        assertEquals(1, warnings.size());
        assertTrue(warnings.get(0).contains("could not be written down for isolation:merge: "), warnings::toString);
    }

    @Test
    void whereNoPartWasAskedForOrOnlyAPlanNothingIsLeft() throws IOException {
        properties.setProperty(Wiring.SHARD, "plan/5");
        RefusedShard.leave(properties, new IllegalStateException("no"), warnings::add);
        properties.remove(Wiring.SHARD);
        RefusedShard.leave(properties, new IllegalStateException("no"), warnings::add);
        assertFalse(Files.exists(new ForkLayout(directory).shards()));
        assertEquals(List.of(), warnings);
    }

    @Test
    void aMachineThatDidNotGetToItsQueueSaysSoToo() throws IOException {
        aQueueInstead();
        RefusedShard.leave(properties, new IllegalStateException("no"), warnings::add);
        RefusedShard.leave(properties, new IllegalStateException("no"), warnings::add);
        assertEquals(List.of(), warnings);
        List<ShardRun> runs =
                ShardFile.read(new ForkLayout(directory).shards().resolve("shard-0-of-queue.attempt-1.jsonl"));
        assertEquals(1, runs.size());
        ShardHeader header = runs.get(0).header();
        assertTrue(header.isRefused() && header.isOfQueue());
        assertEquals("g:a/maven-failsafe-plugin/it", header.key());
        assertEquals("a machine that could not begin", header.title());
        assertEquals("no", Objects.requireNonNull(runs.get(0).end()).failure());
    }

    @Test
    void aMachineThatHadBegunHasLeftSomethingAlready() throws IOException {
        aQueueInstead();
        ShardHeader begun = new ShardHeader(
                "r1", "g:a/maven-failsafe-plugin/it", 3, ShardHeader.QUEUE, 1, "4711", "", "u", "", "", "b");
        ShardFile.begin(new ForkLayout(directory).shards(), begun, List.of());
        RefusedShard.leave(properties, new IllegalStateException("no"), warnings::add);
        assertFalse(Files.exists(new ForkLayout(directory).shards().resolve("shard-0-of-queue.attempt-1.jsonl")));
    }

    /** Others may have run everything. */
    @Test
    void whereTheQueueCouldNotBeReachedThatIsNoVerdict() throws IOException {
        aQueueInstead();
        RefusedShard.leave(properties, new QueueUnreachableException("no answer"), warnings::add);
        ShardRun run = ShardFile.read(new ForkLayout(directory).shards().resolve("shard-0-of-queue.attempt-1.jsonl"))
                .get(0);
        assertNull(run.end());
    }
}
