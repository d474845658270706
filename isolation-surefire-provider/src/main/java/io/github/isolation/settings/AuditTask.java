package io.github.isolation.settings;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * How what an audit has found is tried out.
 *
 * @param how with how much time
 * @param ignore patterns of resources and classes of which nobody wants to hear
 */
public record AuditTask(VerdictTask how, List<String> ignore) {
    public AuditTask {
        ignore = List.copyOf(ignore);
    }

    /** The one that these properties have, in which nothing is wrong; null if nothing is tried out. */
    public static @Nullable AuditTask read(Properties properties) {
        SettingsReader settings = new SettingsReader(properties);
        Duration budget = settings.get(KnownAuditSettings.AUDIT_BUDGET);
        boolean audits = !settings.get(KnownAuditSettings.AUDIT).isEmpty()
                && !properties.getProperty(Wiring.AUDIT_AGENT, "").isEmpty();
        return audits && !budget.isZero()
                ? new AuditTask(
                        VerdictTask.ofAnAudit(budget, properties), settings.get(KnownAuditSettings.AUDIT_IGNORE))
                : null;
    }
}
