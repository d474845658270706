package io.github.isolation.report;

/** How much of the heap may be held for classes that run, all together, however many forks there are. One thread's. */
final class MemoryBudget {
    private final long most;
    private long taken;

    MemoryBudget(long most) {
        this.most = most;
    }

    boolean hasRoomFor(int bytes) {
        return taken + bytes <= most;
    }

    void take(int bytes) {
        taken += bytes;
    }

    void giveBack(int bytes) {
        taken -= bytes;
    }
}
