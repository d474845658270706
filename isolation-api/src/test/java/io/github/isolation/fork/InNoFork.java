package io.github.isolation.fork;

import java.util.Map;
import java.util.Properties;

/** For tests of what happens where no fork runs the tests: until this is closed, properties are what they are. */
public final class InNoFork implements AutoCloseable {
    private final AtStart before = AtStart.replace(AtStart.read(Map.of(), 1L, new Properties()));

    @Override
    public void close() {
        AtStart.replace(before);
    }
}
