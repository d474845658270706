package io.github.isolation.maven;

import java.lang.reflect.Field;

/** Hands a goal its parameters as Maven does: by the names of fields, whoever declares them. */
final class GoalParameters {
    private GoalParameters() {}

    static void set(Object goal, String name, Object value) {
        for (Class<?> type = goal.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    assign(field, goal, value);
                    return;
                }
            }
        }
        throw new AssertionError(goal.getClass().getSimpleName() + " has no parameter " + name);
    }

    private static void assign(Field field, Object goal, Object value) {
        try {
            field.setAccessible(true);
            field.set(goal, value);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field.toString(), e);
        }
    }
}
