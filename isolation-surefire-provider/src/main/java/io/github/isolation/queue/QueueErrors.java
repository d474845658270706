package io.github.isolation.queue;

import java.util.List;

/** What a user can do about an error of the database, by its SQL state. Pure. */
final class QueueErrors {
    /** What the tables need of a user who has not made them. */
    static final List<String> GRANTS = List.of(
            "grant usage on schema isolation to %s",
            "grant select, insert, update, delete on all tables in schema isolation to %s",
            "grant usage on sequence isolation.token to %s");

    /** Users and passwords, databases that are not there, what one may not do: the second try ends as the first. */
    private static final List<String> FOR_GOOD = List.of("28", "3D", "42", "3F");

    /** What the driver and the JVM say of a server that they do not trust. */
    private static final List<String> TRUST =
            List.of("does not support SSL", "PKIX", "certificate", "could not be verified by hostnameverifier");

    /** What a pooler says to a limit for transactions in which nothing is done. */
    private static final String POOLER = "unsupported startup parameter";

    private QueueErrors() {}

    /** Whether it makes no sense to try again. */
    static boolean isForGood(String state, String message) {
        return isAboutEncryption(message)
                || message.contains(POOLER)
                || FOR_GOOD.stream().anyMatch(state::startsWith);
    }

    /** Not of a connection that was encrypted, and broke. */
    private static boolean isAboutEncryption(String message) {
        return TRUST.stream().anyMatch(message::contains);
    }

    /** A sentence, or nothing. */
    static String advice(String state, String message) {
        if (isAboutEncryption(message)) {
            return "The server has to show a certificate that this JVM trusts: sslrootcert= in the address names one, and sslmode=disable"
                    + " is for a server on this machine";
        }
        if (message.contains(POOLER)) {
            return "That is what a pooler says, such as PgBouncer: connect to PostgreSQL itself";
        }
        if (state.startsWith("28")) {
            return "User and password are those of ISOLATION_QUEUE_USER and ISOLATION_QUEUE_PASSWORD, or of the <server> that"
                    + " isolation.queueServer names";
        }
        if (state.startsWith("3D")) {
            return "Name a database that there is, or make this one";
        }
        if (state.equals("42501")) {
            return "Who owns the database runs isolation:queue-schema once, and then: "
                    + String.join("; ", GRANTS).replace("%s", "USER");
        }
        if (state.equals("53300")) {
            return "Each machine needs one connection: raise max_connections of the server, or start fewer machines";
        }
        return state.startsWith("08")
                ? "Is the server there, and can this machine reach it? isolation.queue has its address"
                : "";
    }
}
