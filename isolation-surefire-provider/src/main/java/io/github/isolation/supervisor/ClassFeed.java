package io.github.isolation.supervisor;

import io.github.isolation.protocol.Event;
import io.github.isolation.report.SurefireSink;
import java.util.List;

/** Where classes come from that are not known from the start, and who says whether their results count. The loop's, but for the last two methods. */
public interface ClassFeed {
    /** Asks for a class; the answer is an input. */
    void ask();

    /** These are going to be told of a slice, if they count. */
    void heard(long slice, List<Event> events);

    /** What was heard of a slice is not needed any more. */
    void forget(long slice);

    /** Asks whether what was heard of these slices, all that there are of a class, counts; the answer is an input. */
    void deliver(String className, List<Long> slices);

    /** What there was of a class that was taken away is gone. */
    void discarded(String className);

    /** A class was not begun. */
    void giveBack(String className);

    /** Nothing more is run here. From any thread, more than once. */
    void abandon();

    /** The same, and waits until others know: this JVM is about to end. From any thread. */
    void leave();

    /** Maven, which asks no questions. */
    static ClassFeed of(SurefireSink maven) {
        return new ClassFeed() {
            @Override
            public void ask() {
                maven.askForClass();
            }

            @Override
            public void heard(long slice, List<Event> events) {}

            @Override
            public void forget(long slice) {}

            @Override
            public void deliver(String className, List<Long> slices) {}

            @Override
            public void discarded(String className) {}

            @Override
            public void giveBack(String className) {}

            @Override
            public void abandon() {}

            @Override
            public void leave() {}
        };
    }
}
