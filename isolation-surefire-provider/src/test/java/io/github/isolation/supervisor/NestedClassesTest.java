package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which classes run as a part of others. */
class NestedClassesTest {
    private static final String OUTER = NestedClassesTest.class.getName();

    /** Inner, and annotated. */
    @Nested
    class Inner {
        @Nested
        class Innermost {
            @Test
            void isOneOfTheInnerOnes() {}
        }
    }

    /** Not annotated. */
    static class OfItsOwn {}

    @Test
    void anInnerClassIsLeftOutIfItsOuterOneIsThere() throws IOException {
        List<String> all = List.of(
                OUTER, OUTER + "$Inner", OUTER + "$Inner$Innermost", OUTER + "$OfItsOwn", "no.Such", "no.Such$Inner");
        assertEquals(List.of(OUTER, OUTER + "$OfItsOwn", "no.Such", "no.Such$Inner"), without(all));
    }

    @Test
    void askedForByItselfItRuns() throws IOException {
        List<String> inner = List.of(OUTER + "$Inner");
        assertEquals(inner, without(inner));
        assertEquals(inner, without(List.of(OUTER + "$Inner", OUTER + "$Inner$Innermost")));
    }

    private static List<String> without(List<String> classNames) throws IOException {
        URL here = NestedClassesTest.class.getProtectionDomain().getCodeSource().getLocation();
        return NestedClasses.withoutThoseInOthers(List.of(here), classNames);
    }
}
