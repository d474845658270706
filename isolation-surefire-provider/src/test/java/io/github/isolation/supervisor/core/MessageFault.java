package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Command;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One message of a run, to the supervisor or from it, that is lost, comes twice, or comes after the next one. */
final class MessageFault {
    enum Kind {
        LOST,
        TWICE,
        LATE
    }

    private final Kind kind;
    private final int at;
    private final boolean ofCommands;
    private int count;
    private @Nullable Input held;
    private int heldFor;
    private final Set<Integer> noticing = new HashSet<>();

    /** What was hit, for the reader of a failure. */
    String hit = "nothing";

    /** Hits the message of this number, counted from 0, of what the supervisor hears, or of its commands. */
    MessageFault(Kind kind, int at, boolean ofCommands) {
        this.kind = kind;
        this.at = at;
        this.ofCommands = ofCommands;
    }

    int count() {
        return count;
    }

    /** What the supervisor hears when this was said to it. */
    List<Input> deliver(Input input) {
        if (ofCommands || input instanceof Input.Tick) {
            return List.of(input);
        }
        if (count++ == at) {
            hit = input.toString();
            held = kind == Kind.LATE ? input : null;
            return kind == Kind.TWICE ? List.of(input, input) : List.of();
        }
        Input late = held;
        held = null;
        return late == null ? List.of(input) : List.of(input, late);
    }

    /** What is late for ever unless it comes now; null if there is nothing. */
    @Nullable
    Input heldUp() {
        Input late = held;
        held = null;
        return late;
    }

    /** What a worker hears. It ends itself when it notices. */
    List<Command> deliver(int serial, Command command) {
        if (!ofCommands) {
            return List.of(command);
        }
        if (count++ == at) {
            hit = serial + " " + command;
            heldFor = serial;
            if (kind == Kind.TWICE) {
                noticing.add(serial);
            }
            return kind == Kind.TWICE ? List.of(command) : List.of();
        }
        if (heldFor == serial && !hit.equals("nothing") && kind != Kind.TWICE) {
            noticing.add(serial); // by the number of this one
            return List.of();
        }
        return List.of(command);
    }

    boolean isNoticedBy(int serial) {
        return noticing.contains(serial);
    }
}
