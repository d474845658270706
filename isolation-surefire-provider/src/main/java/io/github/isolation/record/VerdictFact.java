package io.github.isolation.record;

import java.util.ArrayList;
import java.util.List;

/**
 * Why a test failed, as far as trials have shown it.
 *
 * @param id the JUnit Platform's unique id; empty with other engines
 * @param className under which it is reported
 * @param name of the test; empty where a class as a whole has the result
 * @param label as in {@code polluted by a.ATest}
 * @param seen what was seen, from which that follows
 * @param culprits the others that have to do with it: classes, or {@code class.method}
 * @param runs in how many trials it ran
 * @param shared what they have to do with each other, in a line each: the thing, who does what to it, and where
 * @param again a command that shows it again; empty where none does
 */
public record VerdictFact(
        long at,
        String id,
        String className,
        String name,
        String label,
        String seen,
        List<String> culprits,
        int runs,
        List<String> shared,
        String again)
        implements Fact {
    /** What was seen, and what they share, in one text for a person. */
    public String evidence() {
        List<String> all = new ArrayList<>(seen.isEmpty() ? List.of() : List.of(seen));
        shared.forEach(thing -> all.add("over " + thing));
        return String.join("; ", all);
    }

    @Override
    public String line() {
        return JsonWriter.of("verdict")
                .put("at", at)
                .put("id", id)
                .put("class", className)
                .put("name", name)
                .put("label", label)
                .put("seen", seen)
                .put("culprits", culprits)
                .put("runs", runs)
                .put("shared", shared)
                .put("again", again)
                .toString();
    }

    static VerdictFact read(Fields in) {
        return new VerdictFact(
                in.number("at"),
                in.text("id"),
                in.text("class"),
                in.text("name"),
                in.text("label"),
                in.text("seen"),
                in.texts("culprits"),
                in.count("runs"),
                in.texts("shared"),
                in.text("again"));
    }
}
