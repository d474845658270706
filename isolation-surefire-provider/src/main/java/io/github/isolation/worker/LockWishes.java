package io.github.isolation.worker;

import io.github.isolation.fork.LockMode;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource;
import org.junit.platform.engine.support.hierarchical.Node;

/** What an engine declares as the exclusive resources of a test, as the names of locks across forks. */
final class LockWishes {
    /** JUnit's names of what belongs to a JVM, which no other fork can see. */
    private static final Set<String> OF_A_JVM = Set.of(
            "java.lang.System.properties",
            "java.lang.System.out",
            "java.lang.System.err",
            "java.util.Locale.default",
            "java.util.TimeZone.default");

    private LockWishes() {}

    /** Of this one alone, not of what is below it. */
    static SortedMap<String, LockMode> of(TestDescriptor test) {
        SortedMap<String, LockMode> wanted = new TreeMap<>();
        if (test instanceof Node<?> node) {
            for (ExclusiveResource resource : node.getExclusiveResources()) {
                String key = resource.getKey();
                if (!OF_A_JVM.contains(key)) {
                    wanted.merge(
                            key.equals(ExclusiveResource.GLOBAL_KEY) ? CrossForkLocks.ISOLATED : key,
                            resource.getLockMode() == ExclusiveResource.LockMode.READ ? LockMode.READ : LockMode.WRITE,
                            LockMode::and);
                }
            }
        }
        return wanted;
    }
}
