package io.github.isolation.audit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells the agent in this JVM which test runs. It is in the system class loader, wherever our own classes are. In a worker;
 * thread-safe.
 */
public final class AuditedTests {
    private static final String AGENT = "io.github.isolation.agent.Audit";

    private final BiConsumer<String, Throwable> failed;
    private final @Nullable Method begins;
    private final @Nullable Method ends;
    private final @Nullable Method nobodyTells;

    /**
     * In a JVM that was started with the agent.
     *
     * @param failed is told what could not be done, and why
     */
    public AuditedTests(BiConsumer<String, Throwable> failed) {
        this(failed, AGENT);
    }

    /** The same, with a class that looks like the agent's; for our own tests. */
    public AuditedTests(BiConsumer<String, Throwable> failed, String agent) {
        this.failed = failed;
        Method foundBegin = null;
        Method foundEnd = null;
        Method foundNobody = null;
        try {
            Class<?> type = Class.forName(agent, true, ClassLoader.getSystemClassLoader());
            foundBegin = type.getMethod("begins", String.class, String.class);
            foundEnd = type.getMethod("ends");
            foundNobody = type.getMethod("nobodyTells", String.class);
        } catch (ReflectiveOperationException | LinkageError e) {
            failed.accept("find the Java agent of the audit", e);
        }
        begins = foundBegin;
        ends = foundEnd;
        nobodyTells = foundNobody;
    }

    /** A test begins in this thread; a class, if there is no method. */
    public void begins(String className, String method) {
        call(begins, className, method);
    }

    /** What began last in this thread is over. */
    public void ends() {
        call(ends);
    }

    /** Nobody here tells which test runs: then nothing is found, and that is in the report. */
    public void nobodyTells(String why) {
        call(nobodyTells, why);
    }

    private void call(@Nullable Method method, Object... arguments) {
        if (method != null) {
            try {
                method.invoke(null, arguments);
            } catch (InvocationTargetException e) {
                failed.accept("tell the audit which test runs", e.getCause() == null ? e : e.getCause());
            } catch (ReflectiveOperationException | RuntimeException e) {
                failed.accept("tell the audit which test runs", e);
            }
        }
    }
}
