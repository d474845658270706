package io.github.isolation.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each snippet of the pages about recipes is in a build that is compiled and run, most of them in {@code src/it/recipes}. */
class RecipesTest {
    private static final Path SITE = Path.of("../src-site");
    private static final List<String> PAGES = List.of(
            "services.md",
            "names.md",
            "private-fixtures.md",
            "once.md",
            "ports.md",
            "locks.md",
            "same-fork.md",
            "own-places.md",
            "postgres.md");
    private static final Pattern SNIPPET = Pattern.compile("```(java|xml|properties)\n(.*?)\n```", Pattern.DOTALL);

    @Test
    void everySnippetIsInABuildThatRuns() throws IOException {
        List<String> sources = sources();
        List<String> invented = new ArrayList<>();
        int found = 0;
        for (String page : PAGES) {
            Matcher snippet = SNIPPET.matcher(Files.readString(SITE.resolve(page)));
            while (snippet.find()) {
                found++;
                String text = flat(snippet.group(2));
                if (sources.stream().noneMatch(source -> source.contains(text))) {
                    invented.add(page + ": " + snippet.group(2));
                }
            }
        }
        assertEquals(List.of(), invented);
        assertTrue(found >= PAGES.size(), "there are " + found + " snippets");
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/it"))) {
            return files.filter(file -> file.toString().matches(".*\\.(java|xml|properties)"))
                    .map(RecipesTest::read)
                    .map(RecipesTest::flat)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
