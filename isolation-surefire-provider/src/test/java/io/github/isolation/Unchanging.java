package io.github.isolation;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.File;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** That a static field is a constant: final, and of a value that nobody can change. Of a collection, the value is looked at. */
final class Unchanging extends ArchCondition<JavaField> {
    private static final Set<Class<?>> VALUES =
            Set.of(String.class, Pattern.class, Path.class, File.class, Class.class);

    Unchanging() {
        super("be constants");
    }

    @Override
    public void check(JavaField field, ConditionEvents events) {
        boolean constant = field.getModifiers().contains(JavaModifier.SYNTHETIC)
                || (field.getModifiers().contains(JavaModifier.FINAL) && isValue(field));
        events.add(new SimpleConditionEvent(
                field,
                constant,
                field.getFullName() + " of " + field.getRawType().getName() + " can change"));
    }

    private static boolean isValue(JavaField field) {
        JavaClass type = field.getRawType();
        return type.isPrimitive()
                || type.isEnum()
                || type.isRecord()
                || VALUES.stream().anyMatch(type::isEquivalentTo)
                || ((type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class)) && isImmutable(field));
    }

    /** As {@code List.of} makes them. */
    private static boolean isImmutable(JavaField field) {
        try {
            Field reflected = Class.forName(field.getOwner().getName()).getDeclaredField(field.getName());
            reflected.setAccessible(true);
            return reflected.get(null).getClass().getName().startsWith("java.util.ImmutableCollections");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(field.getFullName(), e);
        }
    }
}
