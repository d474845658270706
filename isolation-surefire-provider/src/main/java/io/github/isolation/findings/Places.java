package io.github.isolation.findings;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where a path begins on this machine, and what stands for that on any: so that findings are known by the same names everywhere. */
final class Places {
    private final Map<String, String> prefixes = new LinkedHashMap<>();

    /** With the directory of a module, from which its paths begin, and that of a user. */
    Places(Path module, Path home) {
        add(module, "");
        add(home, "~/");
    }

    private void add(Path directory, String name) {
        Path absolute = directory.toAbsolutePath().normalize();
        try {
            prefixes.put(absolute.toRealPath() + File.separator, name);
        } catch (IOException e) {
            // It is not there, so nothing is in it by its real name.
        }
        prefixes.putIfAbsent(absolute + File.separator, name);
    }

    /** A resource, with no line break or other control character in it. */
    String portable(String resource) {
        for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
            if (resource.startsWith(prefix.getKey())) {
                String rest = resource.substring(prefix.getKey().length());
                return plain(prefix.getValue() + rest.replace(File.separatorChar, '/'));
            }
        }
        return plain(resource);
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.chars()
                .forEach(c ->
                        plain.append(Character.isISOControl(c) ? String.format("\\u%04x", c) : Character.toString(c)));
        return plain.toString();
    }
}
