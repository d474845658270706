/**
 * The record of a run: one stream of facts, a JSON object a line, written as things happen. The supervisor writes it; the report, the
 * replay of a run and whoever else wants to know what happened read it. The page {@code src-site/record.md} describes the lines.
 *
 * <p>Runs in Surefire's fork, which writes it, and in the Maven JVM, which reads it. Depends on the JDK only. Internal.
 */
@NullMarked
package io.github.isolation.record;

import org.jspecify.annotations.NullMarked;
