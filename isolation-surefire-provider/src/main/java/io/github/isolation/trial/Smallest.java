package io.github.isolation.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds, in a list with which something happens and without which it does not, a few items with which alone it happens. Late ones
 * are found before early ones. Each of them takes as many questions as the list can be halved, and one more.
 */
final class Smallest {
    /** With more than that, it is no few items, or it is chance. */
    private static final int MOST = 4;

    /** Whether it happens with these, which are in their order. */
    interface Question<T> {
        boolean happensWith(List<T> some) throws OutOfBudgetException, InterruptedException;
    }

    private Smallest() {}

    /** Nothing if it would be too many. */
    static <T> Optional<List<T>> of(List<T> all, Question<T> question)
            throws OutOfBudgetException, InterruptedException {
        List<T> needed = new ArrayList<>();
        List<T> rest = all;
        while (needed.size() < MOST && !rest.isEmpty()) {
            // It happens with what is needed and the rest from here on, and not from there on.
            int happens = 0;
            int doesNot = rest.size();
            while (doesNot - happens > 1) {
                int middle = (happens + doesNot) / 2;
                if (question.happensWith(joined(needed, rest.subList(middle, rest.size())))) {
                    happens = middle;
                } else {
                    doesNot = middle;
                }
            }
            needed.add(rest.get(happens));
            rest = rest.subList(happens + 1, rest.size());
            if (rest.isEmpty() || question.happensWith(List.copyOf(needed))) {
                return Optional.of(needed);
            }
        }
        return Optional.empty();
    }

    private static <T> List<T> joined(List<T> some, List<T> others) {
        List<T> joined = new ArrayList<>(some);
        joined.addAll(others);
        return joined;
    }
}
