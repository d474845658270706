package io.github.isolation.supervisor;

import io.github.isolation.supervisor.core.Input;

/** What is done when Maven knows all results of a run and waits for its end. */
public interface AfterTests {
    /** Does it, in the loop's thread. Whatever it throws, the results stay what they are. */
    void run() throws Exception;

    /** Takes what Maven says at any time, before it as well. From any thread. */
    void put(Input input);

    /** Ends all workers at once: Maven is gone. From any thread. */
    void abandon();
}
