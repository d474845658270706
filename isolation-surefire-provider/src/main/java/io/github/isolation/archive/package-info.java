/**
 * Class-data archives of what every worker loads: Surefire's booter, JUnit, this project; for who wants it, also what the
 * workers of one suite load from the user's jars. Made once, kept in the cache directory, checked before use, and never
 * required.
 *
 * <p>Runs in Surefire's fork; the Maven JVM cleans up. Depends on {@code fork}, {@code fixture}, {@code process} and {@code protocol}. Internal.
 */
@NullMarked
package io.github.isolation.archive;

import org.jspecify.annotations.NullMarked;
