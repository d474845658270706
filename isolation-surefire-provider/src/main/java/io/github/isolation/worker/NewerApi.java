package io.github.isolation.worker;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.jspecify.annotations.Nullable;

/**
 * What Surefire 3.6 added to its reports, read where it is there. We compile against 3.2.5.
 *
 * @param qualifiedSourceOf {@code ReportEntry.getSourceQualifiedName}
 * @param stackOf {@code TestOutputReportEntry.getStack}
 */
record NewerApi(
        @Nullable MethodHandle qualifiedSourceOf, @Nullable MethodHandle stackOf) {

    static NewerApi find() {
        return new NewerApi(
                getter(ReportEntry.class, "getSourceQualifiedName"), getter(TestOutputReportEntry.class, "getStack"));
    }

    @Nullable
    String qualifiedSource(ReportEntry entry) {
        return call(qualifiedSourceOf, entry);
    }

    @Nullable
    String stack(TestOutputReportEntry entry) {
        return call(stackOf, entry);
    }

    private static @Nullable String call(@Nullable MethodHandle getter, Object target) {
        if (getter == null) {
            return null;
        }
        try {
            return (String) getter.invoke(target);
        } catch (Throwable e) {
            throw new IllegalStateException("a getter of Surefire's API failed", e);
        }
    }

    private static @Nullable MethodHandle getter(Class<?> owner, String name) {
        try {
            return MethodHandles.publicLookup().findVirtual(owner, name, MethodType.methodType(String.class));
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
