package io.github.isolation.trial;

import java.util.ArrayList;
import java.util.List;

/**
 * A test that failed, and what was around it then.
 *
 * @param test the test
 * @param crashed whether its worker died of it
 * @param alone what a worker runs that runs this test and no other
 * @param before what its worker ran before it, in this order. A piece of the test's own class is what of that class ran before it
 * @param hints those of them that have something against them: tried first, one by one
 * @param beside what each other fork ran at the same time
 * @param passedAfter what its worker ran before it in an earlier run in which it passed; empty if none is known
 */
public record Case(
        TestRef test,
        boolean crashed,
        Piece alone,
        List<Piece> before,
        List<Piece> hints,
        List<List<Piece>> beside,
        List<Piece> passedAfter) {
    public Case {
        before = List.copyOf(before);
        hints = List.copyOf(hints);
        beside = beside.stream().map(List::copyOf).toList();
        passedAfter = List.copyOf(passedAfter);
    }

    /** Of a test that fails behind these in a worker, and beside nobody; or that passed behind the helpers. */
    public static Case behind(TestRef test, List<Piece> before, List<Piece> hints, List<Piece> helpers) {
        return new Case(test, false, Piece.alone(test), before, hints, List.of(), helpers);
    }

    /** One worker runs some of what came before, and then the test. */
    public Trial after(List<Piece> some) {
        List<Piece> lane = new ArrayList<>();
        Piece own = alone;
        for (Piece piece : some) {
            if (piece.className().equals(alone.className())) {
                own = with(piece);
            } else {
                lane.add(piece);
            }
        }
        lane.add(own);
        return Trial.inOrder(lane);
    }

    private Piece with(Piece others) {
        if (others.isWhole() || alone.isWhole()) {
            return Piece.whole(alone.className());
        }
        List<String> ids = new ArrayList<>(others.ids());
        ids.addAll(alone.ids());
        return new Piece(alone.className(), ids);
    }
}
