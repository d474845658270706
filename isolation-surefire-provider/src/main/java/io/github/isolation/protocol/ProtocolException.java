package io.github.isolation.protocol;

import java.io.IOException;

/** The other side said something this side does not understand; the connection ends. Says what was wanted and what came. */
public final class ProtocolException extends IOException {
    private static final long serialVersionUID = 1L;

    /** With a message for the user. */
    public ProtocolException(String message) {
        super(message);
    }

    /** Never null: there is no other constructor. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
