package io.github.isolation.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests are compiled with the API alone: no project of ours declares the runtime, and none calls what is internal. */
class WhatTestsCallTest {
    private static final Pattern IMPORT = Pattern.compile("import (?:static )?io\\.github\\.isolation\\.([\\w.]+);");
    private static final Pattern PUBLIC = Pattern.compile("(junit\\.)?[A-Z].*|it\\..*");
    private static final Pattern DECLARES = Pattern.compile(
            "<dependency>\\s*<groupId>io\\.github\\.isolation</groupId>\\s*<artifactId>isolation-surefire");

    /** These show what becomes of those who do. */
    private static final Set<String> MAY_DECLARE = Set.of("skip", "api-of-another-version");

    @Test
    void noTestCallsWhatIsInternal() throws IOException {
        List<String> found = new ArrayList<>();
        int imports = 0;
        for (Path file : files(".java")) {
            Matcher imported = IMPORT.matcher(Files.readString(file));
            while (imported.find()) {
                imports++;
                if (!PUBLIC.matcher(imported.group(1)).matches()) {
                    found.add(file + " imports " + imported.group(1));
                }
            }
        }
        assertEquals(List.of(), found);
        assertTrue(imports > 0);
    }

    @Test
    void noProjectDeclaresTheRuntime() throws IOException {
        List<Path> found = new ArrayList<>();
        List<Path> poms = files("pom.xml");
        for (Path pom : poms) {
            if (DECLARES.matcher(Files.readString(pom)).find()
                    && !MAY_DECLARE.contains(pom.getParent().getFileName().toString())) {
                found.add(pom);
            }
        }
        assertEquals(List.of(), found);
        assertTrue(poms.size() > MAY_DECLARE.size());
    }

    private static List<Path> files(String ending) throws IOException {
        List<Path> all = new ArrayList<>();
        for (String place : List.of("src/it", "../examples")) {
            try (Stream<Path> files = Files.walk(Path.of(place))) {
                files.filter(file -> file.toString().endsWith(ending)).forEach(all::add);
            }
        }
        return all;
    }
}
