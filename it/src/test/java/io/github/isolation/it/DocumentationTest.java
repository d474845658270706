package io.github.isolation.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The pages as a code host shows them: each link leads to a file that exists, and to a heading that is there; each page can be
 * found. That the same links lead somewhere in the site is looked at where the site is built (src-site/links.groovy).
 */
class DocumentationTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|mailto:)([^()\\s]*)\\)|src=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} (.*)$");

    @Test
    void everyLinkLeadsToAFileAndToAHeadingInIt() throws IOException {
        List<String> dead = new ArrayList<>();
        int followed = 0;
        for (Path page : pages()) {
            for (String target : links(page)) {
                followed++;
                String[] parts = target.split("#", 2);
                Path file = parts[0].isEmpty()
                        ? page
                        : page.resolveSibling(parts[0]).normalize();
                boolean leads = Files.exists(file)
                        && (parts.length == 1 || anchors(file).contains(parts[1]));
                if (!leads) {
                    dead.add(ROOT.relativize(page) + " → " + target);
                }
            }
        }
        assertEquals(List.of(), dead);
        assertTrue(followed > 100, followed + " links");
    }

    /** Records of decisions are found in the list that the site makes of them, and in their folder. */
    @Test
    void everyPageIsInTheListOfPagesAndInTheMenuOfTheSite() throws IOException {
        String menu = Files.readString(ROOT.resolve("src-site/site.xml"));
        String list = Files.readString(ROOT.resolve("src-site/index.md"));
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> pages = Files.list(ROOT.resolve("src-site"))) {
            for (Path page : pages.filter(DocumentationTest::isPage).toList()) {
                String name = page.getFileName().toString();
                if (name.equals("index.md")) {
                    continue;
                }
                if (!menu.contains("href=\"" + name.replace(".md", ".html") + "\"")) {
                    missing.add(name + " in the menu");
                }
                if (!list.contains("](" + name + ")")) {
                    missing.add(name + " in the list");
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void headingsBecomeTheAnchorsThatCodeHostsMakeOfThem() {
        assertEquals("what-about-mvn--t", slug("What about `mvn -T`?"));
        assertEquals("elements-of-a-fixture", slug("Elements of a `<fixture>`"));
        assertEquals("unreleased", slug("[Unreleased]"));
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String name : List.of(
                "README.md",
                "CONTRIBUTING.md",
                "CHANGELOG.md",
                "SECURITY.md",
                "examples/shop/README.md",
                "it/benchmark/README.md")) {
            pages.add(ROOT.resolve(name));
        }
        try (Stream<Path> site = Files.walk(ROOT.resolve("src-site"))) {
            site.filter(DocumentationTest::isPage).forEach(pages::add);
        }
        return pages;
    }

    private static boolean isPage(Path path) {
        return path.toString().endsWith(".md");
    }

    private static List<String> links(Path page) throws IOException {
        List<String> links = new ArrayList<>();
        for (String line : prose(page)) {
            Matcher link = LINK.matcher(line);
            while (link.find()) {
                links.add(link.group(1) == null ? link.group(2) : link.group(1));
            }
        }
        return links;
    }

    private static Set<String> anchors(Path page) throws IOException {
        if (!isPage(page)) {
            return Set.of();
        }
        return prose(page).stream()
                .map(HEADING::matcher)
                .filter(Matcher::matches)
                .map(heading -> slug(heading.group(1)))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static List<String> prose(Path page) throws IOException {
        List<String> lines = new ArrayList<>();
        boolean code = false;
        for (String line : Files.readAllLines(page)) {
            code ^= line.startsWith("```");
            if (!code) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static String slug(String heading) {
        return heading.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                .replace(' ', '-');
    }
}
