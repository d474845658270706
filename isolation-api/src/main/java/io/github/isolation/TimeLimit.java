package io.github.isolation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;

/**
 * How long this class and each of its tests may take, instead of what {@code isolation.testTimeout} and {@code
 * isolation.classTimeout} say. What takes longer is an error with a thread dump, its worker is replaced, and the rest runs;
 * unlike JUnit's own {@code @Timeout}, this also ends what hangs in native code. Read in the worker, for top-level classes
 * of JUnit Platform engines, nested ones included; without effect where no fork runs the test.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TimeLimit {
    /** For one test, in {@link #unit}; 0 means for ever, and a negative number what the build is configured to. */
    long perTest() default -1;

    /** For the whole class in one worker, in {@link #unit}; 0 and negative numbers as with {@link #perTest}. */
    long perClass() default -1;

    /** The unit of both. */
    TimeUnit unit() default TimeUnit.SECONDS;
}
