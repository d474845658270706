package io.github.isolation.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The report files of one run of Surefire or Failsafe: every {@code TEST-*.xml} of a directory.
 *
 * @param origin where they were found, for messages
 * @param suites in the order of their files' names
 */
public record Reports(String origin, List<Suite> suites) {

    public Reports {
        suites = List.copyOf(suites);
    }

    /** Reads a directory, and compares it with the record of the run that wrote it, where there is one. One without a single report is an error, because nothing could be asserted about it. */
    public static Reports of(Path directory) throws IOException {
        List<Suite> suites = new ArrayList<>();
        for (Path file : reportFiles(directory)) {
            suites.add(ReportFile.read(file));
        }
        if (suites.isEmpty()) {
            throw new IOException("There is no TEST-*.xml in " + directory);
        }
        List<String> differences = Records.differences(directory, suites);
        if (!differences.isEmpty()) {
            throw new IllegalStateException(
                    "The record of a run and the reports in " + directory + " differ: " + differences);
        }
        return new Reports(directory.toString(), suites);
    }

    private static List<Path> reportFiles(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .sorted()
                    .toList();
        }
    }

    /** All cases of all files. */
    public List<Case> cases() {
        return suites.stream().flatMap(suite -> suite.cases().stream()).toList();
    }

    /** The cases with one outcome. */
    public List<Case> cases(Outcome outcome) {
        return cases().stream().filter(test -> test.outcome() == outcome).toList();
    }

    /** The cases of one class, by its simple or full name. */
    public List<Case> casesOf(String className) {
        return cases().stream()
                .filter(test ->
                        test.className().equals(className) || test.className().endsWith("." + className))
                .toList();
    }

    /** The one case with this class and name; none or several are an error. */
    public Case only(String className, String name) {
        List<Case> found = casesOf(className).stream()
                .filter(test -> test.name().equals(name))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException(
                    "Wanted one case " + className + "#" + name + ", found " + found.size() + " among " + ids());
        }
        return found.get(0);
    }

    /** Class and name of every case, in the order of the files. */
    public List<String> ids() {
        return cases().stream().map(Case::id).toList();
    }

    /** The names of the test sets: one for each file. */
    public List<String> classes() {
        return suites.stream().map(Suite::name).toList();
    }

    /** The counts over all files. */
    public Counts counts() {
        return Counts.of(cases());
    }

    /** Files whose attributes do not say what the file contains; empty when all is well. */
    public List<String> miscounts() {
        return suites.stream()
                .filter(suite -> !suite.claimed().equals(suite.counted()))
                .map(suite -> suite.file() + " claims " + suite.claimed() + ", but holds " + suite.counted())
                .toList();
    }

    /** Cases that are reported more than once; empty when all is well and no test shares its name with another. */
    public Set<String> duplicates() {
        Set<String> seen = new LinkedHashSet<>();
        Set<String> twice = new LinkedHashSet<>();
        for (String id : ids()) {
            if (!seen.add(id)) {
                twice.add(id);
            }
        }
        return twice;
    }

    @Override
    public String toString() {
        return origin + ": " + suites.size() + " files, " + counts();
    }
}
