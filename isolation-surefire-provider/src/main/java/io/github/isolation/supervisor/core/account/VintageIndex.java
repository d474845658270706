package io.github.isolation.supervisor.core.account;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tests of JUnit 4's {@code Parameterized} that are known by nothing but an index, which is what it calls them unless it is given
 * a name. The Vintage engine makes ids of these names: {@code [runner:C]/[test:[3]]/[test:m[3](C)]}, with the brackets encoded.
 */
public final class VintageIndex {
    private static final Pattern INDEX =
            Pattern.compile("(\\[engine:junit-vintage]/\\[runner:[^]]*])/\\[test:%5B(\\d+)%5D]/.*");

    private VintageIndex() {}

    /** The class whose parameters such a test has one of; null for all other tests. */
    public static @Nullable String runner(String id) {
        Matcher matcher = INDEX.matcher(id);
        return matcher.matches() ? matcher.group(1) : null;
    }
}
