package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.SameFork;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups read from class files that the compiler wrote, and from some that nobody did. */
final class SameForkGroupsTest {
    @DisplayName("with other annotations around it")
    @Tag("one")
    @SameFork("the database")
    @Tag("two")
    @SuppressWarnings("unused")
    static class InAGroup {
        static final long CONSTANT = 1L << 40;
        static final double ANOTHER = 1.5;

        Runnable lambda = () -> System.out.println(CONSTANT * ANOTHER);

        @SameFork("not that of a member")
        static class Nested {}
    }

    @Tag("mentions @SameFork, and has none")
    static class InNone {
        Class<?> mention = SameFork.class;
    }

    @Test
    void groupsAreFoundWithoutLoadingAClass() throws IOException {
        URL classes =
                SameForkGroupsTest.class.getProtectionDomain().getCodeSource().getLocation();
        assertEquals(
                Map.of(InAGroup.class.getName(), "the database"),
                SameForkGroups.find(
                        List.of(classes), List.of(InAGroup.class.getName(), InNone.class.getName(), "no.such.Class")));
    }

    @Test
    void aClassThatCannotBeReadIsInNoGroup(@TempDir Path directory) throws IOException {
        byte[] junk = "\u00ca\u00fe Lio/github/isolation/SameFork; and no more".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(directory.resolve("Junk.class"), junk);
        assertEquals(Map.of(), SameForkGroups.find(List.of(directory.toUri().toURL()), List.of("Junk")));
    }
}
