package io.github.isolation.it;

import java.util.List;

/**
 * One {@code <testcase>} of a report.
 *
 * @param className as written, empty where there is none
 * @param name as written, empty where there is none
 * @param type the exception's class name, empty for a test that passed
 * @param message the exception's message, empty where there is none
 * @param text the stack trace as written, empty where there is none
 * @param retries attempts reported besides the final one, in order
 * @param printed what it printed, to standard output first, empty where it printed nothing
 */
public record Case(
        String className,
        String name,
        Outcome outcome,
        String type,
        String message,
        String text,
        List<Retry> retries,
        String printed) {

    public Case {
        retries = List.copyOf(retries);
    }

    /** A case that printed nothing. */
    public Case(
            String className,
            String name,
            Outcome outcome,
            String type,
            String message,
            String text,
            List<Retry> retries) {
        this(className, name, outcome, type, message, text, retries, "");
    }

    /** The name under which a person looks for it. */
    public String id() {
        return className + "#" + name;
    }

    /** All that parity with stock asks for; the stack trace is left out, because it names the frames below the test. */
    String facts() {
        return outcome
                + (type.isEmpty() ? "" : " " + type)
                + (message.isEmpty() ? "" : ": " + message)
                + (retries.isEmpty() ? "" : " after " + retries);
    }

    /** Short, because a failed assertion of a script prints all it looked at. */
    @Override
    public String toString() {
        return id() + " " + facts();
    }
}
