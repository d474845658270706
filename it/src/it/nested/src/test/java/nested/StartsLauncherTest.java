package nested;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.isolation.it.support.Bodies;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A test that runs tests, in the very JVM that it runs in itself. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StartsLauncherTest {

    @Test
    @Order(1)
    void runsTestsOfItsOwn() {
        runSubject();
        Bodies.ran("StartsLauncherTest");
    }

    static void runSubject() {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Subject.class))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        assertEquals(1, listener.getSummary().getTestsSucceededCount());
        assertEquals(1, listener.getSummary().getTestsFailedCount());
    }

    @Test
    @Order(2)
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
