package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes are loaded for an archive, and nothing of them runs. */
class ListedClassesTest {
    private static final String PROPERTY = "isolation.test.initialized";

    @TempDir
    Path directory;

    /** Says so when it is initialized. */
    static final class Loud {
        static {
            System.setProperty(PROPERTY, "true");
        }

        private Loud() {}
    }

    @Test
    void allAreLoadedThatCanBeAndNoneIsInitialized() throws IOException {
        List<String> asked = new ArrayList<>();
        ClassLoader loader = new ClassLoader(null) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                asked.add(name);
                if (name.startsWith("broken")) {
                    throw new NoClassDefFoundError(name);
                }
                return Class.forName(name, false, ListedClassesTest.class.getClassLoader());
            }
        };
        Path list = Files.write(
                directory.resolve("list"), List.of("not.There", "broken.One", Loud.class.getName(), "not.ThereEither"));
        ListedClasses.load(list, loader);
        assertEquals(List.of("not.There", "broken.One", Loud.class.getName(), "not.ThereEither"), asked);
        assertFalse(System.getProperties().containsKey(PROPERTY));
    }

    @Test
    void aListThatCannotBeReadIsNone() {
        ListedClasses.load(directory.resolve("not there"), ListedClassesTest.class.getClassLoader());
        assertFalse(Files.exists(directory.resolve("not there")));
    }
}
