package io.github.isolation.verdict;

import io.github.isolation.trial.Piece;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A class in the hands of one worker, with what is known of it by now. */
final class Hands {
    private static final long OPEN = Long.MAX_VALUE;

    final String className;
    final int worker;
    final int fork;
    final long from;
    long to = OPEN;
    private boolean ran;
    private final Set<String> methods = new LinkedHashSet<>();

    Hands(String className, int worker, int fork, long from) {
        this.className = className;
        this.worker = worker;
        this.fork = fork;
        this.from = from;
    }

    /** A test of it has a result; of this method, if that is known. */
    void ran(String method) {
        ran = true;
        if (!method.isEmpty()) {
            methods.add(method);
        }
    }

    /** Whether any test of it has a result. */
    boolean hasRun() {
        return ran;
    }

    /** The methods that have a result by now, in their order, but for this one. */
    List<String> methodsBut(String method) {
        List<String> others = new ArrayList<>(methods);
        others.remove(method);
        return others;
    }

    /** It is over; what it has run is not asked for any more. */
    void over(long at) {
        to = at;
        methods.clear();
    }

    Piece whole() {
        return Piece.whole(className);
    }
}
