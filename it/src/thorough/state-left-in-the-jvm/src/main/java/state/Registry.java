package state;

import java.util.ArrayList;
import java.util.List;

/** A collection that all tests of one JVM share. */
final class Registry {
    static final List<String> NAMES = new ArrayList<>();

    private Registry() {}
}
