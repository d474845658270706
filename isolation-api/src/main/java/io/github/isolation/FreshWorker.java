package io.github.isolation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test class that needs a worker JVM for itself: because it depends on static state that others may have changed, or
 * because it leaves some behind. Read in the worker, for top-level classes of JUnit Platform engines; without effect where
 * no fork runs the test.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface FreshWorker {
    /** Whether no other class may have run in the worker before. */
    boolean before() default true;

    /** Whether no other class may run in the worker afterwards. */
    boolean after() default true;
}
