/**
 * The second pair of eyes: compares the books that supervisors kept with the report files that Surefire wrote.
 *
 * <p>Runs in the Maven JVM. Depends on {@code books}, which the provider brings along, and the JDK. Internal.
 */
@NullMarked
package io.github.isolation.maven.audit;

import org.jspecify.annotations.NullMarked;
