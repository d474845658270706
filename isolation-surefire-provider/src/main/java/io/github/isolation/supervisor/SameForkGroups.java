package io.github.isolation.supervisor;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
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
        try (URLClassLoader files = new URLClassLoader(classPath.toArray(new URL[0]), null)) {
            for (String name : classNames) {
                String group = group(files, name);
                if (group != null) {
                    groups.put(name, group);
                }
            }
        }
        return groups;
    }

    private static @Nullable String group(ClassLoader files, String className) {
        try (InputStream file = files.getResourceAsStream(className.replace('.', '/') + ".class")) {
            byte[] bytes = file == null ? new byte[0] : file.readAllBytes();
            // Most classes do not mention it, and need not be understood.
            boolean mentioned = new String(bytes, StandardCharsets.ISO_8859_1).contains(ANNOTATION);
            return mentioned ? ClassFile.annotationValue(bytes, ANNOTATION) : null;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }
}
