package io.github.isolation.agent;

import java.util.LinkedHashSet;
import java.util.Set;

/** One thing that a test may leave changed: a static field, a property. Not thread-safe; {@link TestState} is. */
final class StateItem {
    private final String kind;
    private final String owner;
    private final String name;
    private final Set<Integer> changers = new LinkedHashSet<>();
    private final long initial;
    private long digest;
    private String brief;
    private long atClassBegin;
    private String briefAtClassBegin;
    private Set<Long> nulls = Set.of();
    private Set<Long> nullsAtClassBegin = Set.of();
    private boolean onlyFilled;

    /**
     * As it is when somebody looks first.
     *
     * @param kind what it is: {@code FIELD}, {@code PROPERTY} or {@code JVM}
     * @param owner the class of a field; empty for others
     * @param brief what people are told of a value, which is never a text of the user's
     */
    StateItem(String kind, String owner, String name, long digest, String brief) {
        this.kind = kind;
        this.owner = owner;
        this.name = name;
        this.initial = digest;
        this.digest = digest;
        this.brief = brief;
        this.atClassBegin = digest;
        this.briefAtClassBegin = brief;
    }

    long digest() {
        return digest;
    }

    /** It is another one now, and this test, or class, ran. */
    void changed(int test, long newDigest, String newBrief) {
        digest = newDigest;
        brief = newBrief;
        if (test != RunningTests.NONE) {
            changers.add(test);
        }
    }

    /** Where it had nothing in it when somebody looked first, within a class. */
    void beganWithNulls(Set<Long> paths) {
        nulls = paths;
        nullsAtClassBegin = paths;
    }

    /** Where it has nothing in it at the moment. */
    void hasNulls(Set<Long> paths) {
        nulls = paths;
    }

    /** Where it had nothing in it when the class began. */
    Set<Long> nullsAtClassBegin() {
        return nullsAtClassBegin;
    }

    boolean isChanged() {
        return digest != atClassBegin;
    }

    /** With nothing in these places still, it has this digest: if that is what it was, they were filled, and nothing else changed. */
    void hasWithoutThem(long other) {
        onlyFilled = other == atClassBegin;
    }

    void classBegins() {
        nullsAtClassBegin = nulls;
        onlyFilled = false;
        atClassBegin = digest;
        briefAtClassBegin = brief;
        changers.clear();
    }

    /** Whatever was put back until now was not left behind; neither was what is as it was before any test. */
    void classEnds(FindingsFile findings) {
        if (digest != atClassBegin && digest != initial) {
            for (int test : changers) {
                findings.state(onlyFilled ? "FILLED" : kind, test, owner, name, briefAtClassBegin, brief);
            }
        }
        changers.clear();
    }
}
