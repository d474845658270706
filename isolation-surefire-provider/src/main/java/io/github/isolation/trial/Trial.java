package io.github.isolation.trial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A short run that answers a question. Nothing of it reaches Maven, its reports or the books.
 *
 * @param lanes what each worker runs, one piece after the other. All workers are fresh; several begin at the same time, once all of
 *     them have started. No class is in two places
 */
public record Trial(List<List<Piece>> lanes) {
    public Trial {
        lanes = lanes.stream().map(List::copyOf).toList();
        Set<String> names = new HashSet<>();
        for (List<Piece> lane : lanes) {
            for (Piece piece : lane) {
                if (!names.add(piece.className())) {
                    throw new IllegalArgumentException(piece.className() + " is in a trial twice");
                }
            }
        }
    }

    /** One worker runs these, in this order. */
    public static Trial inOrder(List<Piece> pieces) {
        return new Trial(List.of(pieces));
    }

    /** Two workers run these at the same time. */
    public static Trial atOnce(Piece one, Piece other) {
        return new Trial(List.of(List.of(one), List.of(other)));
    }

    /** The class that workers are handed to run this one: the outermost. */
    public static String topLevel(String className) {
        int nested = className.indexOf('$');
        return nested > 0 ? className.substring(0, nested) : className;
    }

    /** How many workers it takes. */
    public int workers() {
        return lanes.size();
    }

    /** All classes, in the order in which they are handed out. */
    public List<String> classes() {
        List<String> classes = new ArrayList<>();
        lanes.forEach(lane -> lane.forEach(piece -> classes.add(piece.className())));
        return classes;
    }

    /** Says which pieces run where, and nothing else: what has been tried is known by it. */
    public String key() {
        return lanes.stream()
                .map(lane -> lane.stream()
                        .map(piece -> piece.className() + piece.ids())
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }
}
