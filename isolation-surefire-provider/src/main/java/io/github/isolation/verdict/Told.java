package io.github.isolation.verdict;

import io.github.isolation.record.Fact;
import java.util.function.LongFunction;

/** Where it is told what was found out. */
interface Told {
    /** A fact, which is handed the time. */
    void note(LongFunction<Fact> fact);

    /** A line for the console. */
    void say(String line);
}
