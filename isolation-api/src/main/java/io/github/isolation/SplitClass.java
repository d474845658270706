package io.github.isolation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test class of which several forks may run parts at the same time, also where {@code isolation.splitClasses} does not say so
 * of all: when a fork has nothing left to run, it takes over tests that were not begun. Whatever is set up for the class is set
 * up in each of them. Read by the worker that runs it; without effect on a class that says in which order its tests run, takes
 * locks, or has one instance for all of them.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SplitClass {}
