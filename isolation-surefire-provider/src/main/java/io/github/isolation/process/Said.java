package io.github.isolation.process;

import io.github.isolation.protocol.Event;

/**
 * What a worker said.
 *
 * @param number its place in all that this worker has said, 1 for the greeting
 */
public record Said(long number, Event event) {}
