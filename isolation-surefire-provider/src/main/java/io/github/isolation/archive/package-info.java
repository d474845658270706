/**
 * Class-data archives of what every worker loads: Surefire's booter, JUnit, this project. Made once in the background, kept
 * in the cache directory, checked before use, and never required.
 *
 * <p>Runs in Surefire's fork. Depends on {@code fork}, {@code process} and {@code protocol}. Internal.
 */
@NullMarked
package io.github.isolation.archive;

import org.jspecify.annotations.NullMarked;
