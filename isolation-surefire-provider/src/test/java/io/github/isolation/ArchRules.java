package io.github.isolation;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The rules that are fields of a test class, as tests of Jupiter's. ArchUnit has an engine for them, whose results Surefire has
 * lost since 3.5.3 where they are fields: a rule was broken, and the build passed.
 */
final class ArchRules {
    private ArchRules() {}

    static Stream<DynamicTest> of(Class<?> holder) {
        JavaClasses ours = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .withImportOption(location -> !location.contains("-tests.jar")) // those of the API
                .importPackages("io.github.isolation");
        return Stream.of(holder.getDeclaredFields())
                .filter(field -> field.getType() == ArchRule.class)
                .map(field -> DynamicTest.dynamicTest(
                        field.getName(), () -> value(field).check(ours)));
    }

    private static ArchRule value(Field field) throws IllegalAccessException {
        field.setAccessible(true);
        return (ArchRule) field.get(null);
    }
}
