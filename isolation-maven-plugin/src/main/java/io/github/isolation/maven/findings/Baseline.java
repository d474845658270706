package io.github.isolation.maven.findings;

import io.github.isolation.findings.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Findings that are known, by their keys: a line each, in a file that is kept with the sources. Lines that begin with a # are for
 * people.
 *
 * @param keys of them
 */
public record Baseline(Set<String> keys) {
    private static final List<String> HEAD = List.of(
            "# What an audit has found here, and is known: isolation.auditFailOn fails a build only because of others.",
            "# Written by: mvn isolation:audit -Disolation.auditAccept");

    /** With nothing in it. */
    public static final Baseline NONE = new Baseline(Set.of());

    public Baseline {
        keys = Set.copyOf(keys);
    }

    /** Of a file; where it is not there, nothing is known. */
    public static Baseline read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return NONE;
        }
        Set<String> keys = new TreeSet<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                keys.add(line.strip());
            }
        }
        return new Baseline(keys);
    }

    /** All that a build could fail because of; what is probably harmless is among it, since a later run may confirm it. */
    public static Baseline of(AuditReport report) {
        Set<String> keys = new TreeSet<>();
        report.findings().forEach(finding -> keys.addAll(finding.keys()));
        return new Baseline(keys);
    }

    /** Writes the file anew, in order. */
    public void write(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        List<String> lines = new ArrayList<>(HEAD);
        lines.addAll(new TreeSet<>(keys));
        Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }

    /** Whether a finding is one of these. */
    public boolean knows(Finding finding) {
        return finding.keys().stream().anyMatch(keys::contains);
    }
}
