package io.github.isolation.agent;

import java.io.File;
import java.io.FileDescriptor;
import java.net.InetAddress;
import java.nio.file.FileSystems;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What each hook hands on, in the words of {@link Watch}. */
final class Actions {
    private static final int READ_ONLY = 1;
    private static final List<OpenOption> WRITING = List.of(
            StandardOpenOption.WRITE,
            StandardOpenOption.APPEND,
            StandardOpenOption.CREATE,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.DELETE_ON_CLOSE);

    /** Those of databases in files. Options come behind a semicolon or a question mark. */
    private static final Pattern DATABASE = Pattern.compile(
            "jdbc:(?:h2:(?:file:|split:|nio:)?|hsqldb:file:|derby:(?:directory:)?|sqlite:(?:file:)?|duckdb:)([^;?]+).*");

    private static final Pattern NO_FILE =
            Pattern.compile("(?:mem|tcp|ssl|zip|res|jar|classpath|memory)\\b.*|//.*|:.*");

    private final Watch watch;
    private final TestState state;

    Actions(Watch watch, TestState state) {
        this.watch = watch;
        this.state = state;
    }

    BiConsumer<Object, Object> of(Action action) {
        return switch (action) {
            case OPEN_TO_READ -> (name, nothing) -> watch.file(Kind.READ, (String) name);
            case OPEN_TO_WRITE -> (name, nothing) -> watch.file(Kind.WRITE, (String) name);
            case RANDOM_ACCESS ->
                (name, mode) -> watch.file((Integer) mode == READ_ONLY ? Kind.READ : Kind.WRITE, (String) name);
            case FILE_CREATE -> (file, nothing) -> file(Kind.CREATE, file);
            case FILE_DELETE -> (file, nothing) -> file(Kind.DELETE, file);
            case FILE_DIRECTORY -> (file, nothing) -> file(Kind.MAKE_DIRECTORY, file);
            case FILE_LIST -> (file, nothing) -> file(Kind.LIST, file);
            case FILE_MOVE ->
                (from, to) -> {
                    file(Kind.MOVE, from);
                    file(Kind.MOVE, to);
                };
            case CHANNEL -> (path, options) -> path(kind((Set<?>) options), path);
            case PATH_DELETE -> (path, nothing) -> path(Kind.DELETE, path);
            case PATH_DIRECTORY -> (path, nothing) -> path(Kind.MAKE_DIRECTORY, path);
            case PATH_LIST -> (path, nothing) -> path(Kind.LIST, path);
            case PATH_LINK -> (path, nothing) -> path(Kind.LINK, path);
            case PATH_MOVE ->
                (from, to) -> {
                    path(Kind.MOVE, from);
                    path(Kind.MOVE, to);
                };
            case PATH_COPY ->
                (from, to) -> {
                    path(Kind.READ, from);
                    path(Kind.WRITE, to);
                };
            case DATABASE -> (url, nothing) -> database((String) url);
            default -> others(action);
        };
    }

    private BiConsumer<Object, Object> others(Action action) {
        return switch (action) {
            case BIND -> (socket, port) -> watch.binds((FileDescriptor) socket, (Integer) port);
            case BOUND -> (socket, nothing) -> watch.bound((FileDescriptor) socket);
            case CONNECT -> (address, port) -> watch.connects(host(address), (Integer) port);
            case BIND_UNIX -> (path, nothing) -> path(Kind.BIND_UNIX, path);
            case CONNECT_UNIX -> (path, nothing) -> path(Kind.CONNECT_UNIX, path);
            case PROPERTY -> (name, nothing) -> watch.property(String.valueOf(name), state);
            case SETTER -> (words, nothing) -> watch.thing(Kind.SETTER, (String) words);
            case PROCESS -> (builder, nothing) -> process((ProcessBuilder) builder);
            case LIBRARY -> (name, nothing) -> watch.thing(Kind.LIBRARY, String.valueOf(name));
            case INITIALIZED -> (type, nothing) -> state.initialized((Class<?>) type);
            case THREAD -> (thread, nothing) -> watch.thread((Thread) thread);
            default -> throw new IllegalArgumentException(action.name());
        };
    }

    private void file(Kind kind, Object file) {
        if (file != null) {
            watch.file(kind, ((File) file).getPath());
        }
    }

    private void path(Kind kind, Object path) {
        if (path != null && ((Path) path).getFileSystem() == FileSystems.getDefault()) {
            watch.file(kind, path.toString());
        }
    }

    private static Kind kind(Set<?> options) {
        for (OpenOption writing : WRITING) {
            if (options.contains(writing)) {
                return options.contains(StandardOpenOption.CREATE_NEW) ? Kind.CREATE : Kind.WRITE;
            }
        }
        return Kind.READ;
    }

    private void process(ProcessBuilder builder) {
        if (!builder.command().isEmpty()) {
            watch.thing(Kind.PROCESS, builder.command().get(0));
        }
    }

    private void database(String url) {
        Matcher file = DATABASE.matcher(url);
        if (file.matches() && !NO_FILE.matcher(file.group(1)).matches()) {
            String path = file.group(1);
            watch.file(
                    Kind.DATABASE, path.startsWith("~/") ? System.getProperty("user.home") + path.substring(1) : path);
        }
    }

    /** Asking for its name would be a question to the network. */
    private static String host(Object address) {
        return address == null ? "*" : ((InetAddress) address).getHostAddress();
    }
}
