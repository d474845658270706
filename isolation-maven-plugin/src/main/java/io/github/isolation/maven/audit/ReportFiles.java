package io.github.isolation.maven.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;

/** What the report files of a directory have: test cases by class, as far as a parser can read them. */
final class ReportFiles {
    private static final String END = "</testsuite>";

    private final Map<String, Map<String, Cases>> byFile = new TreeMap<>();
    private final Map<String, Cases> byClass = new TreeMap<>();
    private final List<Path> cutOff = new ArrayList<>();
    private final List<Path> unreadable = new ArrayList<>();

    /** Reads those that were written since, by the clock of the file system. */
    static ReportFiles read(Path directory, long sinceMillis) throws IOException {
        ReportFiles files = new ReportFiles();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(directory, "TEST-*.xml")) {
                for (Path file : all) {
                    if (Files.getLastModifiedTime(file).toMillis() >= sinceMillis) {
                        files.read(file);
                    }
                }
            }
        }
        return files;
    }

    /** Adds what a file has. */
    void add(String file, Map<String, Cases> found) {
        byFile.put(ReportNames.file(file), found);
        for (Map.Entry<String, Cases> one : found.entrySet()) {
            byClass.put(one.getKey(), of(one.getKey()).plus(one.getValue()));
        }
    }

    /** The files of these names only, in the form that {@link ReportNames#file} gives them. */
    ReportFiles only(Set<String> names) {
        ReportFiles some = new ReportFiles();
        for (Map.Entry<String, Map<String, Cases>> file : byFile.entrySet()) {
            if (names.contains(file.getKey())) {
                some.add(file.getKey(), file.getValue());
            }
        }
        some.unreadable.addAll(unreadable);
        return some;
    }

    /** What there is of a class, by the plain form of its name. */
    Cases of(String plainName) {
        return byClass.getOrDefault(plainName, Cases.NONE);
    }

    /** Files without an end. */
    List<Path> cutOff() {
        return cutOff;
    }

    /** Files with something in them that no parser takes. */
    List<Path> unreadable() {
        return unreadable;
    }

    private void read(Path file) throws IOException {
        try {
            Map<String, Cases> plain = PlainReport.read(file);
            add(String.valueOf(file.getFileName()), plain == null ? ParsedReport.read(file) : plain);
        } catch (XMLStreamException e) {
            (hasEnd(file) ? unreadable : cutOff).add(file);
        }
    }

    /** As a file that was written to its end has it, whatever is in it. */
    private static boolean hasEnd(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(Math.max(0, Files.size(file) - END.length() - 4));
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .strip()
                    .endsWith(END);
        }
    }
}
