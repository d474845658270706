package io.github.isolation.verdict;

import io.github.isolation.settings.SettingNames;

/** Why no trials can be made when the tests are over, and what is said then. */
public enum NoTrials {
    /** Nobody here knows which classes there are. */
    MAVEN_FEEDS(
            "here Maven hands out the classes, one at a time. It needs <extensions>true</extensions> or, where Surefire"
                    + " is wired by hand, one fork"),

    /** What ran beside a test ran on other machines as well. */
    QUEUE(
            "where machines take classes from a queue, none of them knows what others have run. Replay the record of this one ("
                    + SettingNames.REPLAY + ")");

    private final String why;

    NoTrials(String why) {
        this.why = why;
    }

    /** What is said to who wants a verdict or a proof. */
    public String noVerdict() {
        return "isolation: no verdict and no proof (" + SettingNames.VERDICT + ", " + SettingNames.PROOF + "): " + why;
    }

    /** What is said of the findings of an audit. */
    public String noConfirmation() {
        return "isolation: audit: what is found is not tried out: " + why;
    }
}
