package io.github.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the rule against static state sees. */
class UnchangingTest {
    @Test
    void whatCanChangeIsSeenWhateverItLooksLike() {
        EvaluationResult result = ArchRuleDefinition.fields()
                .that()
                .areStatic()
                .should(new Unchanging())
                .evaluate(new ClassFileImporter().importClasses(Some.class));
        Set<String> found = new TreeSet<>();
        result.handleViolations(
                (Collection<JavaField> fields, String message) -> fields.forEach(field -> found.add(field.getName())));
        assertEquals(new TreeSet<>(List.of("ARRAY", "FLAG", "MAP", "PER_THREAD", "variable")), found);
    }

    /** Of each kind one. */
    @SuppressWarnings("unused")
    private static final class Some {
        static final String TEXT = "t";
        static final int NUMBER = Integer.parseInt("1");
        static final Pattern PATTERN = Pattern.compile("p");
        static final List<String> LIST = List.of("a");
        static final Map<String, String> IMMUTABLE = Map.of();
        static final AtomicBoolean FLAG = new AtomicBoolean();
        static final Map<String, String> MAP = new HashMap<>();
        static final ThreadLocal<String> PER_THREAD = new ThreadLocal<>();
        static final String[] ARRAY = {"a"};
        static volatile String variable = "v";
    }
}
