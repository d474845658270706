package io.github.isolation.maven.wiring;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A goal of Surefire's or Failsafe's that forks, with all its parameters set. It is of the user's version, in a class loader of its
 * own; what is called here is public there from 3.2.5 to 3.6.
 *
 * @param mojo the goal
 */
record TestMojo(Object mojo) {
    private static final String SPLITS = "org.apache.maven.surefire.shared.utils.cli.CommandLineUtils";

    @Nullable
    String argLine() throws ReflectiveOperationException {
        return (String) mojo.getClass().getMethod("getArgLine").invoke(mojo);
    }

    void setArgLine(String argLine) throws ReflectiveOperationException {
        mojo.getClass().getMethod("setArgLine", String.class).invoke(mojo, argLine);
    }

    @SuppressWarnings("unchecked")
    @Nullable
    Map<String, String> systemPropertyVariables() throws ReflectiveOperationException {
        return (Map<String, String>)
                mojo.getClass().getMethod("getSystemPropertyVariables").invoke(mojo);
    }

    void setSystemPropertyVariables(Map<String, String> variables) throws ReflectiveOperationException {
        mojo.getClass().getMethod("setSystemPropertyVariables", Map.class).invoke(mojo, variables);
    }

    /** Splits a text into the arguments of a JVM, as only this version of Surefire knows how to. */
    List<String> words(String text) throws ReflectiveOperationException {
        Class<?> splits = Class.forName(SPLITS, true, mojo.getClass().getClassLoader());
        return List.of((String[])
                splits.getMethod("translateCommandline", String.class).invoke(null, text));
    }
}
