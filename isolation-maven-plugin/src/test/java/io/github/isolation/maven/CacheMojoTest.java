package io.github.isolation.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.maven.cache.CacheLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What the goals that look after the cache have in common. */
final class CacheMojoTest extends GoalOnDisk {
    private final List<CacheLayout> seen = new ArrayList<>();

    private interface Work {
        void run(CacheLayout layout) throws IOException, ConfigurationException;
    }

    /** A goal that does as it is told. */
    private static final class Told extends CacheMojo {
        private final Work work;

        Told(Work work) {
            this.work = work;
        }

        @Override
        void run(CacheLayout layout) throws IOException, ConfigurationException {
            work.run(layout);
        }
    }

    @Test
    void aCacheThatIsNotThereIsNotMadeByLookingAtIt() throws Exception {
        ready(new Told(seen::add)).execute();
        assertEquals(List.of(cache), seen);
        assertTrue(Files.notExists(cache.cacheDirectory()));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCacheThatIsOpenToOthersIsClosedAndSaysSo() throws Exception {
        Files.createDirectories(cache.cacheDirectory());
        Files.setAttribute(cache.cacheDirectory(), "unix:mode", 0777);
        ready(new Told(seen::add)).execute();
        assertEquals(0700, (Integer) Files.getAttribute(cache.cacheDirectory(), "unix:mode") & 0777);
        assertTrue(said().startsWith("WARN isolation: the cache " + cache.cacheDirectory()), this::said);
    }

    /** It is meant for everybody: what others have there is not to be looked at, or removed. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDirectoryThatIsForEverybodyIsNoCache() throws Exception {
        Files.createDirectories(cache.cacheDirectory());
        Files.setAttribute(cache.cacheDirectory(), "unix:mode", 01777);
        String message = failure(ready(new Told(seen::add)));
        assertTrue(message.contains("name another directory (isolation.cacheDirectory)"), message);
        assertEquals(List.of(), seen);
    }

    @Test
    void problemsAreShownAsTheyAre() {
        String message = failure(ready(new Told(layout -> {
            throw new ConfigurationException(List.of("<a>: one"));
        })));
        assertEquals("1 problem in the configuration of isolation-maven-plugin:\n  - <a>: one", message);
    }

    @Test
    void aFileOfTheCacheThatIsNotThereIsNamedWithTheSettingItComesFrom() {
        Path file = cache.cacheDirectory().resolve("entries/words");
        String message = failure(ready(new Told(layout -> {
            throw new NoSuchFileException(file.toString());
        })));
        assertEquals(
                file + ": no such file or directory (isolation.cacheDirectory is " + cache.cacheDirectory() + ")",
                message);
    }
}
