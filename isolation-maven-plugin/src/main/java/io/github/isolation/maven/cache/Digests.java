package io.github.isolation.maven.cache;

import io.github.isolation.fixture.FileDigest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** SHA-256 of a file or directory, and of words. */
final class Digests {
    private Digests() {}

    /** The digest of everything in a file or directory: names, bytes, link targets, and whether its owner may run a file; no times. */
    static String tree(Path root) throws IOException {
        MessageDigest digest = sha256();
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(root)) {
            paths = walk.sorted().toList();
        }
        for (Path path : paths) {
            add(
                    digest,
                    root.relativize(path)
                            .toString()
                            .replace(path.getFileSystem().getSeparator(), "/"));
            if (Files.isSymbolicLink(path)) {
                add(digest, "link " + Files.readSymbolicLink(path));
            } else if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                add(digest, "directory");
            } else {
                add(digest, (mayBeRun(path) ? "program " : "file ") + FileDigest.sha256(path));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static boolean mayBeRun(Path file) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return view != null && view.readAttributes().permissions().contains(PosixFilePermission.OWNER_EXECUTE);
    }

    /** The digest of some words; other words, or the same ones divided otherwise, have another one. */
    static String words(List<String> words) {
        MessageDigest digest = sha256();
        words.forEach(word -> add(digest, word));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
