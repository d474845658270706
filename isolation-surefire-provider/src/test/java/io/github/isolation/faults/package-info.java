/**
 * The fault injector: workers that run in this JVM, each in a class loader of its own, against a supervisor's decisions, and
 * in which any call of ours can be made to throw.
 */
package io.github.isolation.faults;
