package nested;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.isolation.it.support.Bodies;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A test that runs tests, in the very JVM that it runs in itself. */
class StartsLauncherTest {

    @Test
    void runsTestsOfItsOwn() {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Subject.class))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        assertEquals(1, listener.getSummary().getTestsSucceededCount());
        assertEquals(1, listener.getSummary().getTestsFailedCount());
        Bodies.ran("StartsLauncherTest");
    }

    @Test
    void runsAfterwards() {}

    /** Not found by Surefire. */
    static class Subject {

        @Test
        void passes() {}

        @Test
        void fails() {
            throw new AssertionError("nobody's business");
        }
    }
}
