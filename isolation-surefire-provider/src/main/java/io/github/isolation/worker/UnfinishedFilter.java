package io.github.isolation.worker;

import java.util.function.UnaryOperator;
import org.junit.jupiter.engine.descriptor.DynamicDescendantFilter;
import org.junit.platform.engine.UniqueId;

/** Lets only those invocations pass that are to run. Apart, so that a worker without Jupiter never loads it. */
final class UnfinishedFilter extends DynamicDescendantFilter {
    private final Resume resume;

    UnfinishedFilter(Resume resume) {
        this.resume = resume;
    }

    @Override
    public boolean test(UniqueId id, Integer index) {
        return resume.allows(id.toString()) && !resume.isBegunInvocation(id.toString());
    }

    /** Overrides what Jupiter before 5.9 asks; for newer versions it is just a method. */
    public boolean test(UniqueId id) {
        return test(id, 0);
    }

    @Override
    public DynamicDescendantFilter withoutIndexFiltering() {
        return this;
    }

    /** Overrides a method that exists from Jupiter 5.13 on; for older versions it is just a method. */
    public DynamicDescendantFilter copy(UnaryOperator<UniqueId> transformer) {
        return this;
    }
}
