package io.github.isolation.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README tells users to write is what a build that runs has in its POM. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Path SHOP = ROOT.resolve("examples/shop");

    @Test
    void whatIsToBeWrittenIntoAPomIsInThatOfTheExample() throws IOException {
        assertIsInTheExample("plugin");
        assertIsInTheExample("dependency");
    }

    private static void assertIsInTheExample(String element) throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        Matcher block = Pattern.compile("```xml\n(<" + element + ">.*?</" + element + ">)\n```", Pattern.DOTALL)
                .matcher(readme);
        assertTrue(block.find(), "the README has a block that starts with <" + element + ">");
        String pom = Files.readString(SHOP.resolve("pom.xml"));
        assertTrue(
                flat(pom).contains(flat(block.group(1))),
                "the README's block is not in the POM of " + SHOP + ":\n" + block.group(1));
    }

    @Test
    void theExampleUsesTheVersionThatIsBuiltHere() throws IOException {
        String version =
                Files.readString(ROOT.resolve("pom.xml")).replaceAll("(?s).*?<version>([^<]+)</version>.*", "$1");
        for (String pom : List.of("pom.xml", "without-the-plugin/pom.xml")) {
            Matcher ours = Pattern.compile("isolation-[a-z-]+</artifactId>\\s*<version>([^<]+)<")
                    .matcher(Files.readString(SHOP.resolve(pom)));
            assertTrue(ours.find(), pom);
            do {
                assertEquals(version, ours.group(1), pom);
            } while (ours.find());
        }
    }

    private static String flat(String xml) {
        return xml.replaceAll("\\s+", " ").strip();
    }
}
