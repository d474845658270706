package io.github.isolation.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.record.RunFact;
import io.github.isolation.trial.Piece;
import io.github.isolation.trial.Tally;
import io.github.isolation.trial.TestRef;
import io.github.isolation.trial.Trial;
import io.github.isolation.trial.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that a person copies. */
class AgainTest {
    @TempDir
    private Path directory;

    private Again again(String plugin, Path module) {
        RunFact run = new RunFact(
                "r",
                1,
                "1",
                plugin + " 3.6.1",
                "17",
                "Linux",
                2,
                2,
                "g:m",
                "it",
                module.toString(),
                "",
                List.of(),
                List.of("V"));
        return new Again(run, directory.resolve("target/isolation/runs/r"));
    }

    private static Verdict shownBy(TestRef test, Trial trial) {
        return new Verdict(test, Verdict.Kind.FAILS_ALONE, List.of(), Tally.NONE, Tally.NONE, 1, trial);
    }

    private static Verdict alone(String className, String name, String id) {
        Piece piece = id.isEmpty() ? Piece.whole(className) : new Piece(className, List.of(id));
        return shownBy(new TestRef(id, className, name), Trial.inOrder(List.of(piece)));
    }

    @Test
    void oneTestIsNamedAsItsPluginKnowsIt() throws Exception {
        Again surefire = again("maven-surefire-plugin", directory);
        assertEquals("mvn test -Dtest=V#suffers", surefire.command(alone("V", "suffers", ARecord.id("V", "suffers"))));
        assertEquals("mvn test -Dtest=V#sums", surefire.command(alone("V", "sums(int)[2]", ARecord.id("V", "sums"))));
        assertEquals("mvn test -Dtest=V", surefire.command(alone("V", "suffers", "")));
        assertEquals("mvn test -Dtest=V", surefire.command(alone("V", "two words", ARecord.id("V", "x"))));
        assertEquals(
                "mvn test -Dtest='V$In#suffers'",
                surefire.command(alone("V$In", "suffers", ARecord.id("V", "suffers"))));
        assertEquals(
                "mvn verify -Dit.test=V#suffers",
                again("maven-failsafe-plugin", directory).command(alone("V", "suffers", ARecord.id("V", "suffers"))));
    }

    @Test
    void severalClassesAreARecordSeenFromTheModule() throws Exception {
        Verdict two = shownBy(new TestRef("", "V", "suffers"), Trial.atOnce(Piece.whole("V"), Piece.whole("A")));
        assertEquals(
                "mvn test -Disolation.replay=target/isolation/runs/r/verdict-1.jsonl",
                again("maven-surefire-plugin", directory).command(two));
        assertEquals(
                "mvn test -Disolation.replay=" + directory.resolve("target/isolation/runs/r/verdict-1.jsonl"),
                again("maven-surefire-plugin", directory.resolve("elsewhere")).command(two));
    }

    @Test
    void whatHasNotBeenShownHasNoCommand() throws Exception {
        assertEquals("", again("maven-surefire-plugin", directory).command(shownBy(new TestRef("", "V", "x"), null)));
    }
}
