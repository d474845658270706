package io.github.isolation.settings;

import java.util.List;

/** Settings of the user's that cannot be understood: all of them, a line each. */
public class SettingsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** Of these problems, each of which names the setting. */
    public SettingsException(List<String> problems) {
        super("isolation: " + problems.size() + (problems.size() == 1 ? " setting" : " settings")
                + " cannot be understood:\n  " + String.join("\n  ", problems));
    }
}
