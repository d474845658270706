package io.github.isolation.trial;

import java.util.List;

/**
 * What a worker is handed in a trial: a class, or some of its tests.
 *
 * @param className as it is handed to workers: never one that is nested in another
 * @param ids unique ids of the tests, or of what they are in; none for all of the class
 */
public record Piece(String className, List<String> ids) {
    public Piece {
        ids = List.copyOf(ids);
    }

    /** All of a class. */
    public static Piece whole(String className) {
        return new Piece(className, List.of());
    }

    /** What a worker runs that runs this test and no other: its method, or its class where that is what fails. */
    public static Piece alone(TestRef test) {
        String className = Trial.topLevel(test.className());
        String method = MethodIds.of(test.id());
        return method.isEmpty() ? whole(className) : new Piece(className, List.of(method));
    }

    /** Whether it is all of its class. */
    public boolean isWhole() {
        return ids.isEmpty();
    }

    /** The names of the methods, as far as they are known. */
    public List<String> methods() {
        return ids.stream().map(MethodIds::name).toList();
    }

    /** For a person: {@code a.BTest} or {@code a.BTest.sums}. */
    @Override
    public String toString() {
        return ids.size() == 1
                ? className + "." + MethodIds.name(ids.get(0))
                : isWhole() ? className : className + " (" + ids.size() + " of its tests)";
    }
}
