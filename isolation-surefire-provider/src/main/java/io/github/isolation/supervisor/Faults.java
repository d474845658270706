package io.github.isolation.supervisor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What threads beside the loop could not go on for: nothing can be relied on any more then. Any thread's. */
final class Faults {
    private final Inbox inbox;
    private volatile @Nullable Throwable first;

    Faults(Inbox inbox) {
        this.inbox = inbox;
    }

    /** Some thread of this JVM cannot go on. */
    void failed(Throwable thrown) {
        first = first == null ? thrown : first;
        inbox.put(List.of(), 0); // if there is no memory for that, the next tick wakes the loop
    }

    /** The first of them; null if there is none. */
    @Nullable
    Throwable first() {
        return first;
    }

    /** Has something done in a thread of its own. */
    void aside(String name, Runnable work) {
        Runnable guarded = () -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                failed(e);
            }
        };
        Thread thread = new Thread(guarded, name);
        thread.setDaemon(true);
        thread.start();
    }
}
