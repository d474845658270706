package patched;

import io.github.isolation.Isolation;

public record Queue(String name) {
    /** A queue of this fork's own. */
    public static Queue of(String name) {
        return new Queue(Isolation.name(name));
    }
}
