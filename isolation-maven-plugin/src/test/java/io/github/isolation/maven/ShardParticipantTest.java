package io.github.isolation.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.books.BooksFile;
import io.github.isolation.books.RunBooks;
import io.github.isolation.books.RunHeader;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.maven.shard.LoginFiles;
import io.github.isolation.maven.shard.ShardedModule;
import io.github.isolation.settings.ShardNumber;
import io.github.isolation.shard.ScannedClass;
import io.github.isolation.shard.ShardEnd;
import io.github.isolation.shard.ShardFile;
import io.github.isolation.shard.ShardHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.Test;

/** The end of a build that ran a part of the tests, or planned all of them. */
final class ShardParticipantTest extends GoalOnDisk {
    private void end(int shard, Exception failure, Map<String, String> environment) throws IOException {
        Path book = Files.writeString(directory.resolve("book"), "the plan\n");
        project.setContextValue(
                ForkProperties.DIRECTORY, forks.isolationDirectory().toString());
        new ShardedModule(new ShardNumber(shard, 2), book, directory.resolve("kept/plan.jsonl")).of(project);
        MavenSession session = session();
        session.setProjects(List.of(project));
        if (failure != null) {
            session.getResult().addException(failure);
        }
        new ShardParticipant().afterSessionEnd(session, environment);
        assertFalse(Files.exists(book));
    }

    private ShardEnd ended() throws IOException {
        ShardEnd end = ShardFile.read(forks.shards().resolve("shard-1-of-2.attempt-1.jsonl"))
                .get(0)
                .end();
        assertNotNull(end);
        return end;
    }

    private void ran(String maven) throws IOException {
        RunHeader header = new RunHeader(maven, 10, directory.resolve("module").toString(), "", "", "", 0);
        Path books = forks.runDirectory("r1").resolve(BooksFile.NAME);
        BooksFile.begin(books, header);
        RunBooks closed = new RunBooks(header);
        closed.endedMillis = 20;
        BooksFile.end(books, closed);
        ShardFile.begin(
                forks.shards(),
                new ShardHeader("r1", "g:a/s/t", 1, 2, 1, "", "", "u", "t", "p", "b"),
                List.of(new ScannedClass("a.ATest", 2, "")));
    }

    /** Maven calls nobody back for a goal that has failed. */
    @Test
    void aPasswordThatNoSupervisorHasReadIsDeleted() throws IOException {
        Path login = Files.createFile(directory.resolve("login"));
        MavenSession session = session();
        session.setProjects(List.of(project));
        LoginFiles.add(session, Files.createFile(directory.resolve("read")));
        LoginFiles.add(session, login);
        Files.delete(directory.resolve("read"));
        new ShardParticipant().afterSessionEnd(session, Map.of());
        assertFalse(Files.exists(login));
    }

    @Test
    void aPlanIsKeptWhereItIsWanted() throws IOException {
        end(ShardNumber.PLAN, null, Map.of());
        assertEquals("the plan\n", Files.readString(directory.resolve("kept/plan.jsonl")));
    }

    @Test
    void aShardIsClosedAndNoPlanIsKept() throws IOException {
        ran(Long.toString(ProcessHandle.current().pid()));
        Path status = directory.resolve("status");
        end(1, null, Map.of("TEST_SHARD_STATUS_FILE", status.toString()));
        assertEquals(new ShardEnd(0, 10, "", ""), ended());
        assertFalse(Files.exists(directory.resolve("kept")));
        assertTrue(Files.exists(status), "or Bazel takes the tests for some that know nothing of shards");
    }

    @Test
    void whyTheBuildFailedIsWrittenDownInOneLine() throws IOException {
        ran(Long.toString(ProcessHandle.current().pid()));
        end(1, new IllegalStateException("Compilation failure\nmore of it"), Map.of());
        assertEquals("Compilation failure", ended().failure());
    }

    @Test
    void theRunOfAnotherBuildIsNotClosed() throws IOException {
        ran("1");
        end(1, null, Map.of());
        assertEquals(
                null,
                ShardFile.read(forks.shards().resolve("shard-1-of-2.attempt-1.jsonl"))
                        .get(0)
                        .end());
    }
}
