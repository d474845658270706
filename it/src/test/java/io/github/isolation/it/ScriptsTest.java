package io.github.isolation.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Scripts that start Maven are called {@code verify.builds.groovy}, and run by their build: the invoker runs one {@code verify.groovy} at a time. One that
 * nobody runs would be a test that cannot fail.
 */
class ScriptsTest {
    private static final Path BUILDS = Path.of("src/it");
    private static final Pattern STARTS_MAVEN = Pattern.compile(
            "\\b(MavenRun|KillableBuild|QueueMachine|SuiteGrid|ReactorGrid|TerminalRun|KilledPreparation)\\b");
    private static final Pattern PROPERTY = Pattern.compile("(?:getProperty|getInteger|getLong)\\('([\\w.]+)'");

    @Test
    void scriptsThatStartMavenAreRunByTheirBuild() throws IOException {
        List<Path> scripts = named("verify.builds.groovy");
        assertTrue(scripts.size() >= 20, scripts::toString);
        for (Path script : scripts) {
            Path build = script.resolveSibling("invoker.properties");
            String name = String.valueOf(script.resolveSibling("").normalize().getFileName());
            List<String> lines = Files.readAllLines(build);
            String last = lines.get(lines.size() - 1);
            String number = last.replaceAll("^invoker\\.goals\\.(\\d+) = .*", "$1");
            assertEquals("invoker.goals." + number + " = initialize ${it.asked} -Dof=" + name, last);
            assertTrue(lines.contains("invoker.project." + number + " = ../common/script"), build::toString);
        }
    }

    @Test
    void otherScriptsOnlyRead() throws IOException {
        for (Path script : named("verify.groovy")) {
            assertTrue(!STARTS_MAVEN.matcher(Files.readString(script)).find(), script::toString);
        }
    }

    @Test
    void whatTheyCanBeAskedForReachesThem() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        Set<String> asked = new TreeSet<>();
        for (Path script : named("verify.builds.groovy")) {
            PROPERTY.matcher(Files.readString(script)).results().forEach(found -> asked.add(found.group(1)));
        }
        asked.removeAll(Set.of("maven.home", "java.home"));
        assertTrue(asked.contains("queue.kills"), asked::toString);
        asked.removeIf(name ->
                pom.contains("-D" + name + "=${" + name + "}") && pom.contains("<" + name + "></" + name + ">"));
        assertEquals(Set.of(), asked);
    }

    private static List<Path> named(String name) throws IOException {
        try (Stream<Path> builds = Files.list(BUILDS)) {
            return builds.map(build -> build.resolve(name))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }
}
