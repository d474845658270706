package io.github.isolation.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The version that the extension takes where no POM names one is the one that all builds here run with. */
class NewestSurefireTest {
    @Test
    void comparisonsWithStockSurefireBeginWithIt() throws IOException {
        Matcher newest =
                Pattern.compile("<surefire.newest.version>([^<]+)<").matcher(Files.readString(Path.of("../pom.xml")));
        assertTrue(newest.find());
        assertEquals(newest.group(1), SuiteGrid.VERSIONS.get(0));
    }
}
