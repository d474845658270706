package io.github.isolation.worker;

/** A clock that only goes on while somebody waits. */
final class ManualClock implements Leaks.Clock {
    long nanos;
    int pauses;

    @Override
    public long now() {
        return nanos;
    }

    @Override
    public void pause(long howLong) {
        pauses++;
        nanos += howLong;
    }
}
