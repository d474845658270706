package io.github.isolation.supervisor;

import io.github.isolation.fork.FileErrors;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.service.ForkServices;
import io.github.isolation.supervisor.core.Effect;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What services said while a class ran that failed: that may be why. The loop's. */
final class ServiceSayings {
    private final SiteServices services;
    private final Map<Long, InHand> classes = new HashMap<>();

    private static final class InHand {
        private final String className;
        private final Supplier<List<String>> said;
        private boolean failed;

        InHand(String className, Supplier<List<String>> said) {
            this.className = className;
            this.said = said;
        }
    }

    ServiceSayings(SiteServices services) {
        this.services = services;
    }

    /** A worker is handed a class, or part of it. */
    void begins(Effect.Handed handed) {
        ForkServices ofFork = services.ofWorker(handed.serial());
        if (ofFork != null) {
            classes.put(handed.slice(), new InHand(handed.className(), listen(ofFork)));
        }
    }

    private static Supplier<List<String>> listen(ForkServices services) {
        try {
            return services.listen();
        } catch (IOException e) {
            return () -> List.of("the logs of its services cannot be read: " + FileErrors.text(e));
        }
    }

    /** Something is told of its tests. */
    void hears(long slice, List<Event> events) {
        InHand inHand = classes.get(slice);
        if (inHand != null) {
            inHand.failed |= events.stream()
                    .anyMatch(event -> event instanceof Reported reported
                            && reported.kind().isFailure());
        }
    }

    /** It is over: what the user should know, a text for each service that has said something. */
    List<String> ends(long slice) {
        InHand inHand = classes.remove(slice);
        return inHand == null || !inHand.failed
                ? List.of()
                : inHand.said.get().stream()
                        .map(text -> "isolation: " + inHand.className + " failed, and while it ran, " + text)
                        .toList();
    }
}
