package io.github.isolation.service;

/** When a service gets its data back as they were: it is stopped, its data are seeded again, and it is started. */
public enum RestorePolicy {
    /** Before a new worker is handed its first test. */
    ON_REPLACE("onReplace"),
    /** Before every test class, while the worker is idle. */
    EVERY_CLASS("everyClass"),
    /** Not at all during a run: it is stopped when the fork ends, and seeded when the next one starts. */
    NEVER("never");

    private final String text;

    RestorePolicy(String text) {
        this.text = text;
    }

    /** As users write it. */
    public String text() {
        return text;
    }

    /**
     * As users write it.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static RestorePolicy parse(String text) {
        for (RestorePolicy policy : values()) {
            if (policy.text.equals(text.strip())) {
                return policy;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is none of onReplace, everyClass and never");
    }
}
