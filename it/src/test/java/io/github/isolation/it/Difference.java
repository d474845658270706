package io.github.isolation.it;

import java.util.List;

/**
 * Something that is not as stock Surefire has it.
 *
 * @param what {@code case}, {@code trace}, {@code printed}, {@code counts}, {@code exit code}, {@code totals},
 *     {@code classes}, {@code results}
 * @param where the case or file; empty for what concerns the whole build
 */
public record Difference(String what, String where, List<String> expected, List<String> actual) {

    /** What it is about. */
    public String key() {
        return (what + " " + where).strip();
    }

    /** For a person: what was expected above what came, from the first line in which they differ. */
    @Override
    public String toString() {
        return key() + "\n  expected: " + describe(expected, actual) + "\n  actual:   " + describe(actual, expected);
    }

    private static String describe(List<String> these, List<String> those) {
        if (these.isEmpty()) {
            return "nothing";
        }
        List<String> own = these.stream().filter(one -> !those.contains(one)).toList();
        List<String> lines =
                String.join(" | ", own.isEmpty() ? these : own).lines().toList();
        List<String> others = String.join(" | ", those).lines().toList();
        int same = 0;
        while (same < lines.size() - 1
                && same < others.size()
                && lines.get(same).equals(others.get(same))) {
            same++;
        }
        List<String> rest = lines.subList(same, Math.min(lines.size(), same + 8));
        return (same == 0 ? "" : "(line " + (same + 1) + ") ") + String.join("\n            ", rest);
    }
}
