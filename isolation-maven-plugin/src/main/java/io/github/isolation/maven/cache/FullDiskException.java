package io.github.isolation.maven.cache;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The disk that the cache is on takes no more. Says which one that is, and what helps. */
final class FullDiskException extends IOException {
    private static final long serialVersionUID = 1;

    /** As Linux, macOS and Windows say it, and programs that a command has started; also of quotas and limits. */
    private static final Pattern SAID = Pattern.compile(
            "no space left on device|not enough space on the disk|dis[ck] quota exceeded|file size limit exceeded|file too large",
            Pattern.CASE_INSENSITIVE);

    /** Who says it in another language has at least less than this left. */
    private static final long NOTHING = 1 << 16;

    private FullDiskException(String message, IOException cause) {
        super(message, cause);
    }

    /** The same error, in more words if a full disk is what it comes from. Asks the disk, so ask before making room again. */
    static IOException explained(IOException e, CacheLayout layout) {
        if (e instanceof FullDiskException) {
            return e;
        }
        try {
            FileStore store = Files.getFileStore(existing(layout.cacheDirectory()));
            long left = store.getUsableSpace();
            boolean full = left < NOTHING && store.getTotalSpace() > 0; // some, as /sys, have no space at all
            return isCauseOf(e) || full
                    ? new FullDiskException(
                            e.getMessage() + ". The cache " + layout.cacheDirectory() + " is on the file system "
                                    + store + ", of which " + HumanFormat.size(left)
                                    + " are free. Make room there ('mvn"
                                    + " isolation:clean-cache -Disolation.olderThan=30d' removes what no build has asked"
                                    + " for in so long), or have the cache elsewhere (isolation.cacheDirectory), and run"
                                    + " the build again",
                            e)
                    : e;
        } catch (IOException unknown) {
            e.addSuppressed(unknown);
            return e;
        }
    }

    /** Whether it comes from a disk that takes no more, as far as its words say. */
    static boolean isCauseOf(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (SAID.matcher(String.valueOf(cause.getMessage())).find()) {
                return true;
            }
        }
        return false;
    }

    private static Path existing(Path directory) {
        Path existing = directory;
        for (Path parent = directory.getParent(); !Files.exists(existing) && parent != null; ) {
            existing = parent;
            parent = existing.getParent();
        }
        return existing;
    }
}
