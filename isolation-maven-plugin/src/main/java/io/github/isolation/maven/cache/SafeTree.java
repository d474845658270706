package io.github.isolation.maven.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The directory an archive is unpacked to. Every name is an attack until it is shown to be none: nothing is written, linked
 * or replaced outside of it, or through a link in it (L36).
 */
final class SafeTree {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    /** What a decoder puts where it cannot read. */
    private static final char UNREADABLE = '\uFFFD';

    private final Path root;
    /** As with any program that unpacks: what the umask forbids, no archive grants. */
    private final int permissions;

    private final Budget budget;
    private final Map<Path, Integer> directoryModes = new LinkedHashMap<>();
    private final List<Path> links = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    SafeTree(Path root, Budget budget) throws IOException {
        this.root = Files.createDirectory(root);
        this.permissions = Modes.umasked(root);
        this.budget = budget;
    }

    /** A directory. Archives may name one twice. */
    void directory(String name, int mode) throws IOException {
        Path path = place(name);
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            create(name, () -> Files.createDirectory(path));
        }
        directoryModes.put(path, mode);
    }

    /** A file. */
    void file(String name, int mode, FileTime modified, InputStream in) throws IOException {
        Path path = place(name);
        create(name, () -> budget.copy(in, path, name));
        Modes.set(path, mode & permissions);
        Files.setLastModifiedTime(path, modified);
    }

    /** A symbolic link; where it leads is looked at again in the end. */
    void symbolicLink(String name, String target) throws IOException {
        Path path = place(name);
        create(name, () -> Files.createSymbolicLink(path, target(target, name)));
        if (target.indexOf(UNREADABLE) >= 0) {
            unreadable(name);
        }
        links.add(path);
        LinkCheck.check(root, path, name);
    }

    /** A second name for a file that is in the archive already. */
    void hardLink(String name, String target) throws IOException {
        Path path = place(name);
        Path original = resolve(target, name);
        if (!Files.isRegularFile(original, LinkOption.NOFOLLOW_LINKS)
                || !original.toRealPath().startsWith(root.toRealPath())) {
            throw refusal(name, "a link to '" + printable(target) + "', which is no file of the archive");
        }
        create(name, () -> Files.createLink(path, original));
    }

    /** What is left of an entry that was not all read. */
    void skip(String name, InputStream in) throws IOException {
        budget.skip(in, name);
    }

    /** Takes note of an entry whose name, or whose target if it is a link, is not UTF-8. */
    void unreadable(String name) {
        unreadable.add(name);
    }

    /** Those entries, the first one first. */
    List<String> unreadable() {
        return List.copyOf(unreadable);
    }

    /** After the last entry: what could not be done or known before. */
    void finish() throws IOException {
        for (Path link : links) {
            LinkCheck.check(root, link, root.relativize(link).toString());
        }
        List<Path> directories = new ArrayList<>(directoryModes.keySet());
        for (int i = directories.size() - 1; i >= 0; i--) {
            Path directory = directories.get(i);
            Modes.set(directory, directoryModes.getOrDefault(directory, Modes.ALL) & permissions);
        }
    }

    /** What an error about an entry looks like. */
    static IOException refusal(String name, String reason) {
        return new IOException(printable("it is refused: its entry '" + name + "' is " + reason));
    }

    private Path place(String name) throws IOException {
        budget.entry(name);
        Path path = resolve(name, name);
        Path parent = root;
        for (Path element : root.relativize(path)) {
            if (Files.isSymbolicLink(parent)) {
                throw refusal(name, "to be written through the link '" + root.relativize(parent) + "'");
            }
            if (!Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
                Path place = parent;
                create(name, () -> Files.createDirectory(place));
            }
            parent = parent.resolve(element);
        }
        return path;
    }

    private Path resolve(String name, String entry) throws IOException {
        String what = name.equals(entry) ? "" : "a link to '" + printable(name) + "', ";
        if (name.startsWith("/") || name.startsWith("\\") || DRIVE.matcher(name).matches()) {
            throw refusal(entry, what + "an absolute path");
        }
        for (String element : name.split("[/\\\\]", -1)) {
            if (element.equals("..")) {
                throw refusal(entry, what + "a path with '..'");
            }
        }
        try {
            return root.resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw refusal(entry, what + "no path here: " + e.getReason());
        }
    }

    /** Makes one thing in the file system. */
    @FunctionalInterface
    private interface Creation {
        void run() throws IOException;
    }

    private static void create(String name, Creation creation) throws IOException {
        try {
            creation.run();
        } catch (FileAlreadyExistsException e) {
            throw refusal(name, "to be written over another entry");
        }
    }

    private static Path target(String target, String entry) throws IOException {
        if (target.isEmpty()) {
            throw refusal(entry, "a link to nowhere");
        }
        try {
            return Path.of(target);
        } catch (InvalidPathException e) {
            throw refusal(entry, "a link to '" + target + "', which is no path here: " + e.getReason());
        }
    }

    /** On one line, and without what a terminal obeys. */
    static String printable(String name) {
        return name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    }
}
