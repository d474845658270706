package io.github.isolation.supervisor;

/** Settings of the user's that cannot be understood: all of them, a line each. */
public final class SettingsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    SettingsException(String message) {
        super(message);
    }
}
