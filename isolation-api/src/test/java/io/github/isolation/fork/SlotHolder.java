package io.github.isolation.fork;

import java.io.IOException;
import java.nio.file.Path;

/** Another process with a slot: says which one it got, and keeps it until it is killed or its input ends. */
public final class SlotHolder {
    private SlotHolder() {}

    /** Holds the given slot of the given isolation directory: a preferred number, or {@code main}. */
    public static void main(String[] arguments) throws IOException {
        ForkLayout layout = new ForkLayout(Path.of(arguments[0]));
        if (arguments[1].equals(ForkLayout.MAIN)) {
            try (FileHold hold = FileHold.acquire(layout.slotLock(ForkLayout.MAIN), pid -> {})) {
                untilInputEnds("holding " + arguments[1], hold);
            }
        } else {
            try (Slot slot = Slot.acquire(layout, Integer.parseInt(arguments[1]))) {
                untilInputEnds("holding " + slot.number(), slot);
            }
        }
    }

    private static void untilInputEnds(String message, AutoCloseable held) throws IOException {
        System.out.println(message);
        int end = System.in.read();
        System.out.println("releasing " + held + " after " + end);
    }
}
