package io.github.isolation.agent;

import java.io.FileDescriptor;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sockets whose port the system has chosen. A test that talks to one of them talks to itself, whatever number it is: the next test
 * may get the same one. Thread-safe.
 */
final class ChosenPorts {
    /** By their numbers: the JDK does not tell of a descriptor whether its socket is closed, and the system takes the next one. */
    private final Map<Integer, WeakReference<FileDescriptor>> sockets = new HashMap<>();

    /** All that were ever chosen: a test that has asked for a free port, and has given it back, binds it a moment later. */
    private final Set<Integer> given = new HashSet<>();

    private final @Nullable Method number;
    private final @Nullable Method localAddress;

    ChosenPorts(FindingsFile findings) {
        Method foundNumber = null;
        Method foundAddress = null;
        try {
            // They are initialized when somebody uses the network, and not by us.
            foundNumber = Class.forName("sun.nio.ch.IOUtil", false, null).getMethod("fdVal", FileDescriptor.class);
            foundAddress = Class.forName("sun.nio.ch.Net", false, null).getMethod("localAddress", FileDescriptor.class);
        } catch (ReflectiveOperationException | RuntimeException e) {
            findings.notSeen("ports that the system chooses", "this JDK does not tell which they are: " + e);
        }
        number = foundNumber;
        localAddress = foundAddress;
    }

    /** This one is about to be bound; it asks for any port, or for a certain one. */
    synchronized void binds(FileDescriptor socket, boolean any) {
        if (ask(number, socket) instanceof Integer key) {
            if (any) {
                sockets.put(key, new WeakReference<>(socket));
            } else {
                sockets.remove(key);
            }
        }
    }

    /** This one is bound, if it was about to be. */
    synchronized void bound(FileDescriptor socket) {
        WeakReference<FileDescriptor> one = ask(number, socket) instanceof Integer key ? sockets.get(key) : null;
        if (one != null && one.refersTo(socket) && ask(localAddress, socket) instanceof InetSocketAddress address) {
            given.add(address.getPort());
        }
    }

    /** Whether the system has chosen this port for somebody. */
    synchronized boolean hasGiven(int port) {
        return given.contains(port);
    }

    /** Whether one of those that asked for any has this port. */
    synchronized boolean has(int port) {
        for (WeakReference<FileDescriptor> one : sockets.values()) {
            FileDescriptor socket = one.get();
            if (socket != null
                    && ask(localAddress, socket) instanceof InetSocketAddress address
                    && address.getPort() == port) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Object ask(@Nullable Method method, FileDescriptor socket) {
        try {
            return method == null ? null : method.invoke(null, socket);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null; // it is closed
        }
    }
}
