package io.github.isolation.replay;

/**
 * A class in the hands of one worker, once.
 *
 * @param isVoid whether nothing came of it, and the class was handed out again as a whole
 * @param failed whether a test of it failed in these hands
 */
record Stint(String className, int worker, int fork, boolean isVoid, boolean failed) {}
