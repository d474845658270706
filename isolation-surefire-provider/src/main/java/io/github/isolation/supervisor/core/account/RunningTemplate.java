package io.github.isolation.supervisor.core.account;

/** A test that runs, of whose invocations others may run some: how far it is, and what is known of its rest. */
final class RunningTemplate {
    private final String id;
    private final long since;
    private int begun;
    private String last = "";
    private boolean asked;
    private boolean more = true;

    RunningTemplate(String id, long nowMillis) {
        this.id = id;
        this.since = nowMillis;
    }

    String id() {
        return id;
    }

    boolean is(String test) {
        return id.equals(test);
    }

    /** Whether this is in it. */
    boolean has(String test) {
        return test.length() > id.length() && test.startsWith(id) && test.charAt(id.length()) == '/';
    }

    /** Something was heard of one of its invocations, of which no two run at a time. */
    void begins(String invocation) {
        begun += last.equals(invocation) ? 0 : 1;
        last = invocation;
    }

    /** How many of its invocations have begun. */
    int begun() {
        return begun;
    }

    /** For how long it runs. */
    long millis(long nowMillis) {
        return Math.max(0, nowMillis - since);
    }

    /** Its worker was asked what comes next, and has not answered. */
    void asked() {
        asked = true;
    }

    void told(boolean moreMayCome) {
        asked = false;
        more = moreMayCome;
    }

    boolean isToBeAsked() {
        return more && !asked && begun > 0;
    }

    /** Whether invocations may come of which nothing was said. */
    boolean mayHaveMore() {
        return more;
    }
}
