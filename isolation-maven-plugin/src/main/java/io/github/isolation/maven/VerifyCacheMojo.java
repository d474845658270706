package io.github.isolation.maven;

import io.github.isolation.maven.cache.CacheCare;
import io.github.isolation.maven.cache.CacheLayout;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Reads every byte of the fixture cache and compares it with what was published. What is damaged goes into quarantine, so
 * that the next build fetches it again; the goal then fails.
 */
@Mojo(name = "verify-cache", requiresProject = false, aggregator = true, threadSafe = true)
public final class VerifyCacheMojo extends CacheMojo {
    @Override
    void run(CacheLayout layout) throws IOException, MojoExecutionException {
        CacheCare.Verification verification = new CacheCare(layout).verify();
        List<String> damaged = verification.damaged();
        if (!damaged.isEmpty()) {
            throw new MojoExecutionException("isolation: " + damaged.size() + " of " + verification.entries()
                    + " entries of " + layout.cacheDirectory() + " are damaged:\n  - "
                    + String.join("\n  - ", damaged) + "\nThe next build that needs them fetches them again.");
        }
        getLog().info("isolation: all " + verification.entries() + " entries of " + layout.cacheDirectory()
                + " are what they were when they were published");
    }
}
