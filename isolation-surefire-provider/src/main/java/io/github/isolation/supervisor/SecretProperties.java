package io.github.isolation.supervisor;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Reported;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Passwords among the system properties of a worker, which Surefire writes into its reports. */
final class SecretProperties {
    private static final String HIDDEN = "…";

    private SecretProperties() {}

    /** The same events, with something else in place of these secrets. */
    static List<Event> hidden(List<Event> events, List<String> secrets) {
        return secrets.isEmpty()
                ? events
                : events.stream().map(event -> hidden(event, secrets)).toList();
    }

    private static Event hidden(Event event, List<String> secrets) {
        if (!(event instanceof Reported reported)
                || reported.report().systemProperties().isEmpty()) {
            return event;
        }
        Map<String, String> shown = new LinkedHashMap<>(reported.report().systemProperties());
        shown.replaceAll((name, value) -> {
            String text = value;
            for (String secret : secrets) {
                text = text.replace(secret, HIDDEN);
            }
            return text;
        });
        return new Reported(reported.kind(), reported.report().withSystemProperties(shown));
    }
}
