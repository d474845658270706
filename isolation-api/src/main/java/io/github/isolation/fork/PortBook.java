package io.github.isolation.fork;

import java.io.IOException;
import java.io.Reader;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;

/**
 * Which port of its block a fork has given to which name. On disk, with what belongs to the run, because a port stays the
 * same when the fork's worker is replaced, and no longer.
 */
public final class PortBook {
    /** What a name of a port looks like, in words; for error messages. */
    public static final String NAME_RULE = "letters, digits, '.', '_' and '-'";

    /** The same as a regular expression. */
    public static final String NAME = "[A-Za-z0-9._-]+";

    private final Path file;
    private final int firstOfBlock;

    /** For the fork that has this block. */
    public PortBook(Path file, int firstOfBlock) {
        this.file = file;
        this.firstOfBlock = firstOfBlock;
    }

    /**
     * The port of that name: the one it got before in this run, or one that is free now, which is tried by binding it, for
     * TCP and UDP.
     *
     * @throws IOException when none of the fork's ports is free, or the book cannot be written
     */
    public synchronized int port(String name) throws IOException {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("'" + name + "' is not a name for a port: " + NAME_RULE);
        }
        Properties book = read();
        String known = book.getProperty(name);
        return known != null ? Integer.parseInt(known) : give(name, book);
    }

    /**
     * Another port for that name, which it keeps from now on: somebody else uses the one it had.
     *
     * @throws IOException as above
     */
    public synchronized int another(String name) throws IOException {
        return give(name, read());
    }

    private int give(String name, Properties book) throws IOException {
        Set<Object> given = new HashSet<>(book.values());
        for (int port = firstOfBlock + 1; port < firstOfBlock + PortBlock.SIZE; port++) {
            if (!given.contains(Integer.toString(port)) && isFree(port)) {
                book.setProperty(name, Integer.toString(port));
                write(book);
                return port;
            }
        }
        throw new IOException("there is no port left for '" + name + "': of " + (firstOfBlock + 1) + " to "
                + (firstOfBlock + PortBlock.SIZE - 1) + ", which are this fork's, it has given away "
                + given.size() + ", and others use the rest");
    }

    private Properties read() throws IOException {
        Properties book = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            book.load(reader);
        } catch (NoSuchFileException e) {
            // Nobody has asked in this fork yet.
        }
        return book;
    }

    private void write(Properties book) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.createDirectories(draft.resolveSibling("").normalize());
        Files.writeString(draft, PropertyText.of(book));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whether it can be had now: on all addresses and on loopback: on some systems, one can be bound although the other is. */
    public static boolean isFree(int port) throws IOException {
        InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        for (InetSocketAddress address : new InetSocketAddress[] {new InetSocketAddress(port), loopback}) {
            try (ServerSocket tcp = new ServerSocket();
                    DatagramSocket udp = new DatagramSocket(null)) {
                tcp.bind(address);
                udp.bind(address);
            } catch (SocketException e) {
                return false;
            }
        }
        return true;
    }
}
