package io.github.isolation.queue;

/**
 * The place of a machine in a run.
 *
 * @param run the queue's number for the run and the execution
 * @param number of the machine in it, from 1
 */
public record Seat(long run, int number) {}
