package io.github.isolation.service;

import java.io.IOException;

/** The ports of a fork, by name. */
public interface ServicePorts {
    /** The one that this name has. */
    int port(String name) throws IOException;

    /** Another one for this name from now on: somebody else has taken the one it had. */
    int another(String name) throws IOException;

    /** Whether it can be had now. */
    boolean isFree(int port) throws IOException;
}
