package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.ReportKind;
import java.util.ArrayList;
import java.util.List;

/** The test classes of simulated executions: what they do follows from their names. */
final class ScriptedClass {
    static final int TESTS = 4;

    /** Of a class that is worth dividing. */
    static final int MANY = 9;

    private ScriptedClass() {}

    static List<String> testsOf(String className) {
        List<String> tests = new ArrayList<>();
        for (int i = 1; i <= (className.startsWith("Wide") ? MANY : TESTS); i++) {
            tests.add(className + "/test" + i);
        }
        return tests;
    }

    /** The name that a test has among the members of its class. */
    static String member(String test) {
        return test.substring(test.indexOf('/') + 1);
    }

    /** Whether its tests stay together, whatever anybody has planned. */
    static boolean isWhole(String className) {
        return className.contains("Whole");
    }

    static boolean isUndiscoverable(String className) {
        return className.startsWith("Undiscoverable");
    }

    /** The third test of every class fails; that is what it does. */
    static ReportKind outcomeOf(String test) {
        return test.endsWith("3") ? ReportKind.FAILED : ReportKind.SUCCEEDED;
    }
}
