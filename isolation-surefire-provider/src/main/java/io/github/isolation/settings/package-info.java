/**
 * What a user can ask for: every setting that reaches the forks, what its values look like, and what is wrong with one that
 * does not look like that.
 *
 * <p>Runs in Maven's JVM, which looks at the settings before the build begins, and in the supervisor, which lives by them.
 * Internal.
 */
@NullMarked
package io.github.isolation.settings;

import org.jspecify.annotations.NullMarked;
