package io.github.isolation.maven;

import io.github.isolation.settings.SettingNames;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Finds out why tests failed in the last run that is recorded, or in the one that {@code isolation.run} names: alone, because of what
 * ran before them in their JVM, or because of what ran beside them. Builds the module up to its tests, and runs none of them but to
 * find that out. The same as {@code mvn test -Disolation.verdict=last}.
 */
@Mojo(name = "verdict", threadSafe = true)
@Execute(phase = LifecyclePhase.TEST)
public final class VerdictMojo extends IsolationMojo {
    /** All of it was done before, where the tests would have run. */
    @Override
    void run() {
        getLog().debug("isolation: " + SettingNames.VERDICT + " is done");
    }
}
