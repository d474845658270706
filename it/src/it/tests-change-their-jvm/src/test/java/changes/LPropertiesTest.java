package changes;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tests of somebody who has properties of the same names. */
class LPropertiesTest extends Stays {
    @BeforeAll
    static void waitForTheOneBefore() {
        KNoFilesTest.awaitFiles();
    }

    @Test
    void change() {
        System.setProperty("isolation.fork", "7");
        System.setProperty("isolation.forks", "many");
        System.setProperty("isolation.run", "theirs");
        System.setProperty("isolation.forkDirectory", "elsewhere");
        System.setProperty("isolation.directory", "elsewhere");
        System.setProperty("isolation.fixture.words", "elsewhere");
        System.setProperty("isolation.port.web", "none");
    }
}
