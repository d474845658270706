package io.github.isolation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Test classes that run in the same fork, one after the other: because they share what is dear to set up there, or must not
 * meet in two forks. Which fork that is, the first of them decides; a worker that is replaced keeps the fork.
 *
 * <p>Read from the class file of a top-level class itself, by the supervisor, before any class is loaded; not inherited.
 * Without effect where the supervisor does not hand out the classes: wired by hand.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SameFork {
    /** The name of the group. */
    String value();
}
