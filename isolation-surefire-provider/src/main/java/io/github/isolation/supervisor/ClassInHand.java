package io.github.isolation.supervisor;

import io.github.isolation.books.ClassAccount;
import io.github.isolation.books.Hash;
import io.github.isolation.books.HashSet64;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;

/** A class in the hands of a worker, as the {@link Books} see it. The loop's. */
final class ClassInHand {
    /** Only of this engine is it known that no two of its tests have the same id. */
    private static final String JUPITER = "[engine:junit-jupiter]";

    private final ClassAccount of;
    private final boolean again;
    private final HashSet64 begun = new HashSet64();
    private int openSets;
    private boolean ended;

    ClassInHand(ClassAccount of) {
        this.of = of;
        this.again = of.heard > 0;
    }

    /** The account of the class. */
    ClassAccount of() {
        return of;
    }

    /** Whether it was in another's hands before, so that a result may come for the second time. */
    boolean again() {
        return again;
    }

    /** Whether a test set of it, the outermost one, has ended. */
    boolean isThrough() {
        return ended && openSets == 0;
    }

    /** Notes a report; says whether it is of a test that has begun before in these hands. */
    boolean reportsTwice(ReportKind kind, TestReport report) {
        of.heard++;
        String id = report.id();
        if (kind == ReportKind.SET_STARTING) {
            openSets++;
        } else if (kind == ReportKind.SET_COMPLETED) {
            openSets--;
            ended = true;
        }
        boolean begins = kind == ReportKind.STARTING && id != null && id.startsWith(JUPITER);
        return begins && !begun.add(Hash.of(id, report.name()));
    }
}
