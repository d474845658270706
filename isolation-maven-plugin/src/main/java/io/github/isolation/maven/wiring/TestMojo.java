package io.github.isolation.maven.wiring;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A goal of Surefire's or Failsafe's that forks, with all its parameters set. It is of the user's version, in a class loader of its
 * own; what is called here is public there from 3.2.5 to 3.6.
 *
 * @param mojo the goal
 */
record TestMojo(Object mojo) {
    private static final String SPLITS = "org.apache.maven.surefire.shared.utils.cli.CommandLineUtils";

    /** Each of them a reason to run nothing; the last one is Failsafe's. */
    private static final Set<String> SKIPS = Set.of("isSkip", "isSkipTests", "isSkipExec", "isSkipITs");

    @Nullable
    String argLine() throws ReflectiveOperationException {
        return (String) mojo.getClass().getMethod("getArgLine").invoke(mojo);
    }

    void setArgLine(String argLine) throws ReflectiveOperationException {
        mojo.getClass().getMethod("setArgLine", String.class).invoke(mojo, argLine);
    }

    @SuppressWarnings("unchecked")
    @Nullable
    Map<String, String> systemPropertyVariables()
            throws InvocationTargetException, NoSuchMethodException, IllegalAccessException {
        return (Map<String, String>)
                mojo.getClass().getMethod("getSystemPropertyVariables").invoke(mojo);
    }

    void setSystemPropertyVariables(Map<String, String> variables) throws ReflectiveOperationException {
        mojo.getClass().getMethod("setSystemPropertyVariables", Map.class).invoke(mojo, variables);
    }

    /** Whether the user wants no test to be run. */
    boolean isSkipped() throws InvocationTargetException, IllegalAccessException {
        for (Method asks : mojo.getClass().getMethods()) {
            if (SKIPS.contains(asks.getName()) && Boolean.TRUE.equals(asks.invoke(mojo))) {
                return true;
            }
        }
        return false;
    }

    /** Which dependencies have tests that are run, too. */
    List<String> dependenciesToScan() throws InvocationTargetException, NoSuchMethodException, IllegalAccessException {
        String[] scanned =
                (String[]) mojo.getClass().getMethod("getDependenciesToScan").invoke(mojo);
        return scanned == null ? List.of() : List.of(scanned);
    }

    /** Which dependencies of the project are not to be on the class path of the tests. */
    List<String> classPathExcludes() throws InvocationTargetException, NoSuchMethodException, IllegalAccessException {
        String[] excludes = (String[])
                mojo.getClass().getMethod("getClasspathDependencyExcludes").invoke(mojo);
        return excludes == null ? List.of() : List.of(excludes);
    }

    void setClassPathExcludes(List<String> excludes)
            throws InvocationTargetException, NoSuchMethodException, IllegalAccessException {
        mojo.getClass()
                .getMethod("setClasspathDependencyExcludes", String[].class)
                .invoke(mojo, (Object) excludes.toArray(new String[0]));
    }

    /** Splits a text into the arguments of a JVM, as only this version of Surefire knows how to. */
    List<String> words(String text) throws ReflectiveOperationException {
        Class<?> splits = Class.forName(SPLITS, true, mojo.getClass().getClassLoader());
        return List.of((String[])
                splits.getMethod("translateCommandline", String.class).invoke(null, text));
    }
}
