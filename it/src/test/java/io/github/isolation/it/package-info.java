/**
 * What the verify scripts of the real builds under {@code src/it} share: reading reports, comparing them, looking for
 * processes left behind.
 *
 * <p>Runs in the outer Maven's JVM, inside the Groovy scripts, and in this module's own unit tests. Depends on the JDK only.
 */
@NullMarked
package io.github.isolation.it;

import org.jspecify.annotations.NullMarked;
