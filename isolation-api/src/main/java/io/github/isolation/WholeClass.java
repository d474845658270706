package io.github.isolation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test class that one worker runs as a whole, also where {@code isolation.splitClasses} lets several forks share the others:
 * because its tests build on one another, or because it is dear to set up. Read by the worker that runs it.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WholeClass {}
