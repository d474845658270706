package io.github.isolation.findings;

/**
 * A file that was another one after a class than before it.
 *
 * @param change a verb, such as "created"
 */
record Changed(TestName test, String change, String path) {}
