package io.github.isolation.service;

import java.io.IOException;

/** A service does not run, or not as it should. */
public final class ServiceFailedException extends IOException {
    private static final long serialVersionUID = 1;

    private final String details;

    ServiceFailedException(String what, String details) {
        super(what);
        this.details = details;
    }

    /** What it was started with, and what it said last; several lines. */
    public String details() {
        return details;
    }
}
