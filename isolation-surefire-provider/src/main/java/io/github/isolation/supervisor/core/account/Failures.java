package io.github.isolation.supervisor.core.account;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Event.Printed;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.UniqueIds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What failed in one attempt at a class, and what it takes for the next attempt to be recognized as one. */
public final class Failures {
    private final FirstAttempt before;
    private final boolean remembers;
    private final Set<String> ids = new LinkedHashSet<>();
    private final Map<String, Long> runIds = new HashMap<>();
    private final Map<Long, Long> translated = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private boolean wholeClass;
    private boolean any;

    /** @param reruns how many more attempts there may be in all: of what is not tried again, nothing need be remembered */
    public Failures(FirstAttempt before, int reruns) {
        this.before = before;
        this.remembers = before.number() < reruns;
        runIds.putAll(before.runIds());
    }

    /** A failure; without an id it is the class's own, and only the whole class can be tried again. */
    public void add(@Nullable String id, TestReport report) {
        any = true;
        if (!remembers) {
            return;
        }
        wholeClass |= id == null;
        if (id != null) {
            ids.add(id);
        }
        runIds.putIfAbsent(key(report), report.runId());
        if (id != null) {
            runIds.putIfAbsent(id, report.runId());
            names.put(id, report.inClass() + "." + report.name());
        }
    }

    public boolean any() {
        return any;
    }

    /** The unique ids to try again; empty for the whole class. */
    public Set<String> ids() {
        return wholeClass ? Set.of() : ids;
    }

    /** What the next attempt must know of this one, of whose tests these have a result. */
    public FirstAttempt attempt(UniqueIds settled, Identities identities) {
        UniqueIds done = settled.copy();
        ids.forEach(done::remove);
        done.addAll(before.done());
        return new FirstAttempt(number(), runIds, done, names, identities);
    }

    /** A line for each test that failed in the attempt before and has no result in this one. */
    public List<Event> notTriedAgain(UniqueIds settled) {
        List<Event> missing = new ArrayList<>();
        before.names().forEach((id, name) -> {
            if (!settled.contains(id)) {
                String line = "isolation: " + name + " failed, and was not tried again: no test of that name came up in"
                        + " another JVM. It stays a failure.";
                missing.add(new Logged(LogLevel.WARNING, line, null));
            }
        });
        return missing;
    }

    /** Of this attempt: 1 for the first. What another worker goes on with after a death is the same one. */
    public int number() {
        return before.number() + 1;
    }

    public boolean deservesAnother(int reruns) {
        return any && before.number() < reruns;
    }

    /** Whether this is another attempt at what failed before. */
    public boolean isRerun() {
        return before.number() > 0;
    }

    /** A report as Surefire wants to see it: that of a re-run says so, and has the run id of the first attempt. */
    public TestReport asAttempt(TestReport report) {
        if (before.number() == 0) {
            return report;
        }
        long first = translated.computeIfAbsent(report.runId(), own -> firstRunId(report));
        return report.asRerun(first);
    }

    /** By unique id if it has one: a class and one nested in it may have tests of the same name. */
    private long firstRunId(TestReport report) {
        Long first = report.id() == null ? null : before.runIds().get(report.id());
        return first != null ? first : before.runIds().getOrDefault(key(report), report.runId());
    }

    /** Output as Surefire wants to see it: filed under the test that printed it. */
    public Printed asAttempt(Printed p) {
        if (before.number() == 0 || p.runId() == null) {
            return p;
        }
        long first = translated.getOrDefault(p.runId(), p.runId());
        return new Printed(p.text(), p.stdout(), p.newLine(), true, first, p.stack());
    }

    private static String key(TestReport report) {
        return FirstAttempt.key(String.valueOf(report.source()), String.valueOf(report.name()));
    }
}
