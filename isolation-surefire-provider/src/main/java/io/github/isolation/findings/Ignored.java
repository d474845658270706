package io.github.isolation.findings;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a user does not want to hear of: resources, and classes whatever they do. In a pattern, a star stands for any text. Paths are as
 * they are in keys: those in the module begin there.
 */
final class Ignored {
    private final List<Pattern> patterns;
    private final Places places;

    Ignored(List<String> patterns, Places places) {
        this.places = places;
        this.patterns = patterns.stream().map(Ignored::compiled).toList();
    }

    private static Pattern compiled(String pattern) {
        return Pattern.compile(Arrays.stream(pattern.strip().split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")));
    }

    /** What is left of this. */
    Observed without(Observed all) {
        if (patterns.isEmpty()) {
            return all;
        }
        return new Observed(
                all.areas(),
                all.hits().stream()
                        .filter(hit -> !isClass(hit.test().className())
                                && !isClass(hit.line().className())
                                && !isResource(hit.resource()))
                        .toList(),
                all.left().stream()
                        .filter(left -> !isClass(left.test().className())
                                && !isClass(left.owner())
                                && !isResource(left.resource())
                                && !isResource(left.name()))
                        .toList(),
                all.changed().stream()
                        .filter(changed -> !isClass(changed.test().className()) && !isResource(changed.path()))
                        .toList(),
                all.notSeen(),
                all.complete());
    }

    private boolean isResource(String name) {
        return matches(name) || matches(places.portable(name));
    }

    /** A class, or the one that it is nested in. */
    private boolean isClass(String name) {
        return matches(name) || matches(TestName.topLevel(name));
    }

    private boolean matches(String name) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }
}
