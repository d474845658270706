package io.github.isolation.entry;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.PostDiscoveryFilter;

/** What the JUnit Platform's launcher finds: our filter, or, in a JVM that is too old for it, one that lets all pass. */
public final class Filter implements PostDiscoveryFilter {
    private static final String OURS = "io.github.isolation.worker.ResumeFilter";

    private final @Nullable PostDiscoveryFilter target;

    /** For this JVM. */
    public Filter() {
        this(Floor.version());
    }

    Filter(int version) {
        target = Floor.create(PostDiscoveryFilter.class, OURS, version);
    }

    @Override
    public FilterResult apply(TestDescriptor test) {
        return target == null ? FilterResult.included("this JVM is too old for isolation") : target.apply(test);
    }
}
