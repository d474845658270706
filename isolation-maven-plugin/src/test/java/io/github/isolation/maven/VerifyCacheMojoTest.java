package io.github.isolation.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code isolation:verify-cache} is green for a cache that is whole, and red for any other. */
final class VerifyCacheMojoTest extends GoalOnDisk {
    @Test
    void aCacheThatIsWholeIsSaidToBe() throws Exception {
        cached("a", "one");
        cached("b", "two");
        ready(new VerifyCacheMojo()).execute();
        assertEquals(
                "INFO isolation: all 2 entries of " + cache.cacheDirectory()
                        + " are what they were when they were published",
                said());
    }

    @Test
    void allThatIsDamagedIsNamedAndPutAside() throws Exception {
        Path changed = cached("a", "one").content();
        Path gone = cached("b", "two").content();
        cached("c", "three");
        Files.writeString(changed.resolve("words"), "eno");
        Files.delete(gone.resolve("words"));

        String message = failure(ready(new VerifyCacheMojo()));
        assertTrue(message.startsWith("isolation: 2 of 3 entries of " + cache.cacheDirectory() + " are damaged:\n"));
        assertTrue(message.contains("\n  - fixture 'a', "), message);
        assertTrue(message.contains(": changed: words; now in quarantine: " + cache.quarantine()), message);
        assertTrue(message.contains("\n  - fixture 'b', "), message);
        assertTrue(message.contains(": missing: words; now in quarantine: "), message);
        assertTrue(message.endsWith("\nThe next build that needs them fetches them again."), message);
        assertFalse(Files.exists(changed));
        assertFalse(Files.exists(gone));
    }

    @Test
    void theRestIsWholeAfterwards() throws Exception {
        Path changed = cached("a", "one").content();
        cached("b", "two");
        Files.writeString(changed.resolve("words"), "eno");
        failure(ready(new VerifyCacheMojo()));

        ready(new VerifyCacheMojo()).execute();
        assertTrue(said().startsWith("INFO isolation: all 1 entries"), this::said);
        assertEquals("one", Files.readString(cached("a", "one").content().resolve("words")), "fetched again");
    }
}
