package io.github.isolation.supervisor;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code -Dtest=Order*} names {@code OrderTest} and {@code OrderTest$Nested}, and the tests of the second are among those of the
 * first. JUnit finds that out where all are in one plan; where classes are handed out one by one, they would run twice.
 */
public final class NestedClasses {
    private static final String NESTED = "Lorg/junit/jupiter/api/Nested;";

    private NestedClasses() {}

    /** These classes but for those that run as a part of another one of them. Without lambdas: the first worker waits for it. */
    public static List<String> withoutThoseInOthers(List<URL> classPath, List<String> classNames) throws IOException {
        Set<String> all = new HashSet<>(classNames);
        List<String> inOthers = new ArrayList<>();
        for (String name : classNames) {
            if (all.contains(enclosing(name))) {
                inOthers.add(name);
            }
        }
        return inOthers.isEmpty() ? classNames : without(inOthers, classPath, classNames);
    }

    private static List<String> without(List<String> inOthers, List<URL> classPath, List<String> classNames)
            throws IOException {
        try (TestClassFiles files = new TestClassFiles(classPath)) {
            Set<String> nested = new HashSet<>();
            for (String name : inOthers) {
                if (isNested(files.bytes(name), enclosing(name))) {
                    nested.add(name);
                }
            }
            return classNames.stream().filter(name -> !nested.contains(name)).toList();
        }
    }

    private static String enclosing(String className) {
        return className.substring(0, Math.max(0, className.lastIndexOf('$')));
    }

    /** A static class may have the annotation, and runs by itself all the same: only an inner one is made with its outer one. */
    private static boolean isNested(byte[] bytes, String outer) {
        return TestClassFiles.mentions(bytes, NESTED)
                && TestClassFiles.mentions(bytes, "(L" + outer.replace('.', '/') + ";");
    }
}
