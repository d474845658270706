package io.github.isolation.maven.live;

import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * Where the logger of Maven 3 prints. It keeps the stream that it found when Maven began, so that it has to be told of another one; for
 * that there is no way but into its fields, which are the same from Maven 3.6 to 3.9.
 */
final class MavenLogger {
    private final Object configuration;
    private final Field choice;
    private final Method stream;
    private final Constructor<?> choiceOfStream;

    /**
     * Finds it.
     *
     * @param loader that of a class of SLF4J's
     * @throws ReflectiveOperationException if Maven's logger is another one
     */
    MavenLogger(ClassLoader loader) throws ReflectiveOperationException {
        Field parameters = opened(Class.forName("org.slf4j.impl.SimpleLogger", true, loader), "CONFIG_PARAMS");
        this.configuration = parameters.get(null);
        this.choice = opened(parameters.getType(), "outputChoice");
        this.stream = choice.getType().getDeclaredMethod("getTargetPrintStream");
        stream.setAccessible(true);
        this.choiceOfStream = choice.getType().getDeclaredConstructor(PrintStream.class);
        choiceOfStream.setAccessible(true);
        stream();
    }

    private static Field opened(Class<?> type, String name) throws NoSuchFieldException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    /** Where it prints now. */
    PrintStream stream() throws ReflectiveOperationException {
        return (PrintStream) stream.invoke(choice.get(configuration));
    }

    /** Where it prints from now on. */
    void print(PrintStream to) throws ReflectiveOperationException {
        choice.set(configuration, choiceOfStream.newInstance(to));
    }
}
