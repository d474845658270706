package io.github.isolation.process;

import java.util.List;

/** Hears what becomes of workers. Called from the threads that watch them; must hand over and return, once
 * there is room. */
public interface WorkerObserver {
    /**
     * A worker said something; its first event is always the greeting, checked. May wait: what is not taken here stays in the
     * worker's socket, and in the end the worker waits.
     *
     * @param bytes how much it was on the wire
     */
    void heard(int serial, List<Said> events, int bytes);

    /** A worker said something that could not be understood. */
    void garbled(int serial, String message);

    /** Nothing more will come over a worker's channel. */
    void channelEnded(int serial);

    /** A worker printed a line past Java. */
    void line(int serial, String line, boolean stdout);

    /** A worker's process has exited. */
    void exited(int serial, int status);

    /** A thread that watches a worker has failed, by a fault of ours or for want of memory: what it would have told is missing. */
    void failed(Throwable thrown);

    /** Something a user should know that belongs to no worker: a stranger that connected, for example. */
    void warning(String message);
}
