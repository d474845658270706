package io.github.isolation.worker;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.surefire.api.util.TestsToRun;

/**
 * The classes that the supervisor hands out, one at a time, behind one iterator: a provider that gave up on one of them can
 * be called again and goes on with the next. (Each iterator over Surefire's own object begins with the first class.) They end
 * where a class comes with others, with which it is to {@linkplain #takeShared() share a plan}.
 */
final class PlanClasses extends TestsToRun {
    private final TestsToRun handedOut;
    private final SharedPlan plan;
    private final Iterator<Class<?>> one;

    PlanClasses(TestsToRun handedOut, SharedPlan plan, TestThread thread) {
        super(Set.of());
        this.handedOut = handedOut;
        this.plan = plan;
        Iterator<Class<?>> classes = handedOut.iterator();
        this.one = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !isFinished() && classes.hasNext() && !plan.isOffered();
            }

            @Override
            public Class<?> next() {
                thread.mend();
                return classes.next();
            }
        };
    }

    @Override
    public Iterator<Class<?>> iterator() {
        return one;
    }

    /** The class that came with others, and as many of those as can be loaded: which one cannot, it says when it is alone. */
    Set<Class<?>> takeShared() {
        List<String> others = plan.begin();
        Set<Class<?>> together = new LinkedHashSet<>();
        Class<?> first = one.next();
        together.add(first);
        for (String other : others) {
            try {
                together.add(Class.forName(other, false, first.getClassLoader()));
            } catch (ClassNotFoundException | LinkageError e) {
                break;
            }
        }
        return together;
    }

    @Override
    public Iterator<Class<?>> iterated() {
        return handedOut.iterated();
    }

    @Override
    public boolean allowEagerReading() {
        return handedOut.allowEagerReading();
    }

    @Override
    public Class<?> getClassByName(String name) {
        return handedOut.getClassByName(name);
    }

    @Override
    public String toString() {
        return handedOut.toString();
    }
}
