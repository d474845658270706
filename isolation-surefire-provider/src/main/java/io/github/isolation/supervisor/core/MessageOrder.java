package io.github.isolation.supervisor.core;

/** Whether all that a worker said has come, once and in order. After a message that is missing nothing is believed any more. */
final class MessageOrder {
    private long last;
    private boolean broken;

    /** Whether a message of this number follows the last one. */
    boolean isNext(long number) {
        last++;
        broken |= number != last;
        return !broken;
    }

    /** Whether something was lost, or came twice. */
    boolean isBroken() {
        return broken;
    }

    /** What is wrong with this one, in words. */
    String describe(long number) {
        return "its message " + number + " came where " + last
                + " was expected, so something it said was lost, or came twice";
    }
}
