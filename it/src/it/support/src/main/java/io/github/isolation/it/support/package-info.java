/**
 * What the tests of the integration builds share: notes of what they saw, bodies that ran, ways to die.
 *
 * <p>Runs in a worker, or in a stock fork for comparison. Depends on nothing but the JDK, and on nothing of isolation.
 */
package io.github.isolation.it.support;
