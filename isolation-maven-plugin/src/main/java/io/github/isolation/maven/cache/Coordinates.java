package io.github.isolation.maven.cache;

import java.util.Arrays;
import java.util.List;

/**
 * Names an artifact: {@code group:artifact:version}, {@code group:artifact:type:version} or {@code
 * group:artifact:type:classifier:version}, the order Maven prints them in.
 *
 * @param classifier empty where there is none
 */
public record Coordinates(String groupId, String artifactId, String type, String classifier, String version) {
    /**
     * Reads what the user wrote.
     *
     * @throws IllegalArgumentException when it has too few or too many parts, or empty ones, or ones with a slash
     */
    public static Coordinates parse(String text) {
        List<String> parts = Arrays.asList(text.strip().split(":", -1));
        int last = parts.size() - 1;
        if (last < 2
                || last > 4
                || parts.stream()
                        .anyMatch(part -> part.isBlank() || !part.equals(part.strip()) || part.contains("/"))) {
            throw new IllegalArgumentException("write group:artifact:version, group:artifact:type:version or"
                    + " group:artifact:type:classifier:version");
        }
        return new Coordinates(
                parts.get(0),
                parts.get(1),
                last > 2 ? parts.get(2) : "jar",
                last > 3 ? parts.get(3) : "",
                parts.get(last));
    }

    @Override
    public String toString() {
        return groupId + ":" + artifactId + ":" + type + (classifier.isEmpty() ? "" : ":" + classifier) + ":" + version;
    }
}
