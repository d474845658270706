package io.github.isolation.trial;

import java.util.List;

/** The methods that unique ids of the JUnit Platform are of. */
public final class MethodIds {
    /** What Jupiter and Vintage call a method; what stands behind it are its invocations. */
    private static final List<String> METHODS =
            List.of("/[method:", "/[test-template:", "/[test-factory:", "/[test:", "/[property:");

    private MethodIds() {}

    /** The id of the method that a test is, or is an invocation of; empty if that is not known. */
    public static String of(String testId) {
        for (String kind : METHODS) {
            int begin = testId.indexOf(kind);
            if (begin >= 0) {
                int end = testId.indexOf("]/[", begin + kind.length());
                return end < 0 ? testId : testId.substring(0, end + 1);
            }
        }
        return "";
    }

    /** The name of the method, of a test that may have parameters or be one of several invocations. */
    public static String plain(String testName) {
        return testName.replaceFirst("[({\\[].*", "");
    }

    /** What a person calls it: the method, without the types of its parameters. */
    static String name(String methodId) {
        int begin = methodId.lastIndexOf("[");
        String segment = methodId.substring(methodId.indexOf(':', begin) + 1, methodId.length() - 1);
        int parameters = segment.indexOf('(');
        return parameters < 0 ? segment : segment.substring(0, parameters);
    }
}
