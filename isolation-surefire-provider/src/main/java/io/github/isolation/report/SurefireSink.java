package io.github.isolation.report;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.ExitError;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Event.Printed;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.Event.StopOnNextTest;
import io.github.isolation.protocol.Trace;
import io.github.isolation.protocol.Wording;
import java.util.function.Consumer;
import org.apache.maven.surefire.api.booter.MasterProcessChannelEncoder;
import org.jspecify.annotations.Nullable;

/** Says our events in Surefire's words, through Surefire's own encoder, in whatever version the user has. */
public final class SurefireSink {
    private final MasterProcessChannelEncoder surefire;
    private final GatheringOutput output;
    private final JoinedOutput printed = new JoinedOutput();
    private boolean gathers;
    private boolean saidAnError;
    private Consumer<Event> listener = event -> {};

    /**
     * Over the encoder of Surefire's channel.
     *
     * @param output what the encoder writes to, unless its channel is no standard stream
     */
    public SurefireSink(MasterProcessChannelEncoder surefire, GatheringOutput output) {
        this.surefire = surefire;
        this.output = output;
    }

    /** Somebody who hears everything that Maven was told, after it was. */
    public void setListener(Consumer<Event> listener) {
        this.listener = listener;
    }

    /** More is about to be told: it may reach Maven in one piece. */
    public void gather() {
        gathers = true;
        output.gather();
    }

    /** Nothing more is to be told for now. */
    public void deliver() {
        gathers = false;
        tellPrinted();
        output.deliver();
    }

    /** Tells Maven. Events that are ours alone (plan, progress) must not come here. */
    public void tell(Event event) {
        if (event instanceof Printed more && gathers) {
            print(more);
            return;
        }
        tellPrinted();
        tellAtOnce(event);
    }

    private void print(Printed more) {
        if (!printed.takes(more)) {
            tellPrinted();
        }
        printed.add(more);
    }

    private void tellPrinted() {
        printed.take().ifPresent(this::tellAtOnce);
    }

    private void tellAtOnce(Event event) {
        if (event instanceof Reported reported) {
            report(reported);
        } else if (event instanceof Printed text) {
            surefire.testOutput(Entries.output(text));
        } else if (event instanceof Logged logged) {
            log(logged);
        } else if (event instanceof StopOnNextTest) {
            surefire.stopOnNextTest();
        } else if (event instanceof ExitError error) {
            surefire.sendExitError(error.trace() == null ? null : Entries.trace(error.trace()), false);
        } else {
            throw new IllegalArgumentException("not for Maven: " + event);
        }
        listener.accept(event);
    }

    /** Asks Maven for a class. */
    public void askForClass() {
        tellPrinted();
        surefire.acquireNextTest();
    }

    /** Says goodbye; Maven acknowledges it. */
    public void bye() {
        tellPrinted();
        surefire.bye();
    }

    private void report(Reported event) {
        TestEntry entry = Entries.report(event.report());
        // Traces are text already, trimmed or not as the user wished, so there is nothing left to trim.
        switch (event.kind()) {
            case SET_STARTING -> surefire.testSetStarting(entry, false);
            case SET_COMPLETED -> surefire.testSetCompleted(entry, false);
            case STARTING -> surefire.testStarting(entry, false);
            case SUCCEEDED -> surefire.testSucceeded(entry, false);
            case FAILED -> surefire.testFailed(entry, false);
            case ERROR -> surefire.testError(entry, false);
            case SKIPPED -> surefire.testSkipped(entry, false);
            case ABORTED -> surefire.testAssumptionFailure(entry, false);
        }
    }

    private static Trace onConsole(Trace trace) {
        return new Trace(onConsole(trace.message()), onConsole(trace.summary()), onConsole(trace.text()));
    }

    private static @Nullable String onConsole(@Nullable String text) {
        return text == null ? null : Wording.onConsole(text);
    }

    private void log(Logged line) {
        Trace trace = line.trace();
        String message = line.message() == null ? "" : Wording.onConsole(line.message());
        switch (line.level()) {
            case DEBUG -> surefire.consoleDebugLog(message);
            case INFO -> surefire.consoleInfoLog(message);
            case WARNING -> surefire.consoleWarningLog(message);
            case ERROR -> error(message, trace);
        }
    }

    /** Of the errors of a fork, Surefire shows the first one that has a trace, and nothing that comes after it. */
    private void error(String message, @Nullable Trace trace) {
        if (saidAnError) {
            surefire.consoleWarningLog(message.isEmpty() && trace != null ? firstLine(trace) : message);
        } else if (trace == null) {
            surefire.consoleErrorLog(message);
        }
        if (trace != null) {
            // A trace on the console makes Surefire fail the build, tests or no tests.
            surefire.consoleErrorLog(Entries.trace(onConsole(trace)), false);
            saidAnError = true;
        }
    }

    private static String firstLine(Trace trace) {
        String text = trace.message() == null ? trace.text() : trace.message();
        return text == null ? "" : Wording.onConsole(text.split("\\R", 2)[0]);
    }
}
