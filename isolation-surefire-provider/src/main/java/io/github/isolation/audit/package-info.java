/**
 * The Java agent of an audit, as supervisor and worker know it: its option on the command line of a worker, what it is told there,
 * and how it learns which test runs. No worker loads anything of this where nobody has asked for an audit.
 *
 * <p>Runs in Surefire's fork and in workers. Depends on the API, the settings, and the JDK; the agent itself is in a jar of its
 * own, which is called by reflection. Internal.
 */
@NullMarked
package io.github.isolation.audit;

import org.jspecify.annotations.NullMarked;
