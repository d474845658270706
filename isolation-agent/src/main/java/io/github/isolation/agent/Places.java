package io.github.isolation.agent;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which paths are noise: the fork's own directories, the JDK, what the system makes up, and reading the class path. */
final class Places {
    private final String[] own;
    private final String[] classDirectories;
    private final Set<String> jars = new HashSet<>();

    Places(Settings settings, Path jdk) {
        Set<String> directories = new LinkedHashSet<>();
        settings.own().forEach(path -> add(directories, path));
        directories.add("/proc/");
        directories.add("/sys/");
        directories.add("/dev/");
        add(directories, jdk);
        addReal(directories, jdk.resolve("conf").resolve("net.properties"));
        own = directories.toArray(new String[0]);
        List<String> classes = new ArrayList<>();
        for (Path entry : settings.classPath()) {
            Set<String> names = new LinkedHashSet<>();
            add(names, entry);
            if (entry.toFile().isDirectory()) {
                classes.addAll(names);
            } else {
                names.forEach(name -> jars.add(name.substring(0, name.length() - 1)));
            }
        }
        classDirectories = classes.toArray(new String[0]);
    }

    /** Systems keep what a JDK reads in places of their own, and leave links behind. */
    private static void addReal(Set<String> names, Path configuration) {
        try {
            names.add(configuration.toRealPath().getParent() + File.separator);
        } catch (IOException e) {
            // This JDK has none.
        }
    }

    /** As it is written, and as it really is. */
    private static void add(Set<String> names, Path path) {
        names.add(path.toAbsolutePath().normalize() + File.separator);
        try {
            names.add(path.toRealPath() + File.separator);
        } catch (IOException e) {
            // It is not there yet, or nobody may look; then there is one name for it.
        }
    }

    /** Whether nobody wants to know of a path, which is absolute. */
    boolean isNoise(String path, boolean changes) {
        for (String directory : own) {
            if (isIn(path, directory)) {
                return true;
            }
        }
        if (changes) {
            return false;
        }
        for (String directory : classDirectories) {
            if (isIn(path, directory)) {
                return true;
            }
        }
        return jars.contains(path);
    }

    /** In a directory, or that directory itself; {@code directory} ends with a separator. */
    private static boolean isIn(String path, String directory) {
        return path.startsWith(directory) || (path.length() == directory.length() - 1 && directory.startsWith(path));
    }
}
