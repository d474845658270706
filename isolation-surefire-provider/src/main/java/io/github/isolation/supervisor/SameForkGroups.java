package io.github.isolation.supervisor;

import java.io.IOException;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which test classes want to be in one fork, found in their class files without loading a class. A class that cannot be read
 * is in no group: it runs as any other, or fails in the worker that loads it, which is the place to report it.
 */
public final class SameForkGroups {
    private static final String ANNOTATION = "Lio/github/isolation/SameFork;";

    private SameForkGroups() {}

    /** The groups, by class name; classes without one are left out. */
    public static Map<String, String> find(List<URL> classPath, List<String> classNames) throws IOException {
        Map<String, String> groups = new LinkedHashMap<>();
        try (TestClassFiles files = new TestClassFiles(classPath)) {
            for (String name : classNames) {
                String group = group(files.bytes(name));
                if (group != null) {
                    groups.put(name, group);
                }
            }
        }
        return groups;
    }

    private static @Nullable String group(byte[] bytes) {
        try {
            return TestClassFiles.mentions(bytes, ANNOTATION) ? ClassFile.annotationValue(bytes, ANNOTATION) : null;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }
}
