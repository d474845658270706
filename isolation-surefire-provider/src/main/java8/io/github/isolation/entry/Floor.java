package io.github.isolation.entry;

import org.jspecify.annotations.Nullable;

/** Which JVM is new enough for the rest of this jar. */
final class Floor {
    /** The oldest Java that our other classes are compiled for. */
    static final int JAVA = 17;

    /** Came with {@link #JAVA}, and is loaded in most JVMs anyway, by those who use random numbers. */
    private static final String CLASS_OF_THAT_JAVA = "java.util.random.RandomGenerator";

    /** Set in the environment of every worker. */
    private static final String IN_WORKER = "ISOLATION_SUPERVISOR";

    /**
     * Not a property, which tests may change or clear: launchers that are made after that would do without us, and tests
     * would run twice.
     */
    private static final boolean NEW_ENOUGH = isNewEnough();

    private Floor() {}

    /** The Java version of this JVM: 8, 11; {@link #JAVA} stands for all from there on, in a worker. */
    static int version() {
        return NEW_ENOUGH ? JAVA : version(System.getProperty("java.specification.version"));
    }

    /** Where no tests run, as in Surefire's fork, the property says what it should. */
    private static boolean isNewEnough() {
        if (System.getenv(IN_WORKER) == null) {
            return false;
        }
        try {
            Class.forName(CLASS_OF_THAT_JAVA, false, null);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    static int version(@Nullable String specification) {
        String version = specification == null ? "" : specification;
        try {
            return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
        } catch (NumberFormatException e) {
            return 0; // no JVM we know
        }
    }

    /** An object of a class that an old JVM could not load; null on one. */
    static <T> @Nullable T create(Class<T> type, String className, int version) {
        if (version < JAVA) {
            return null;
        }
        try {
            Class<?> implementation = Class.forName(className, true, Floor.class.getClassLoader());
            return type.cast(implementation.getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("isolation-surefire-provider lacks " + className, e);
        }
    }
}
