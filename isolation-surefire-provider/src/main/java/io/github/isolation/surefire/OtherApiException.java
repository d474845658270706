package io.github.isolation.surefire;

/** The tests have an API that is not this runtime's own: no test may run with it. */
final class OtherApiException extends Exception {
    private static final long serialVersionUID = 1;

    OtherApiException(String message) {
        super(message);
    }
}
