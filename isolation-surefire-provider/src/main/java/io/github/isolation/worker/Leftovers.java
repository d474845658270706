package io.github.isolation.worker;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** Finds what may be a leak, each in words that are the same whenever it is found again. */
final class Leftovers {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");
    private static final File THREADS = new File("/proc/self/task");
    private static final String DELETED = " (deleted)";

    /** Smaller deleted files are everyday life: temporary files of libraries, unpacked natives. */
    private static final long BIG_BYTES = 1 << 20;

    private Leftovers() {}

    static Set<String> find() {
        Set<String> found = new LinkedHashSet<>();
        threads(found);
        children(found);
        openFiles(found);
        return found;
    }

    private static void children(Set<String> found) {
        if (haveNoChild()) {
            return;
        }
        ProcessHandle.current()
                .children()
                .forEach(child -> found.add("process " + child.pid()
                        + child.info()
                                .command()
                                .map(command -> " (" + command + ")")
                                .orElse("")));
    }

    /**
     * Linux can tell a process about its own children; the other way is to look at every process of the machine, after every
     * class.
     */
    private static boolean haveNoChild() {
        File[] threads = THREADS.listFiles();
        if (threads == null) {
            return false;
        }
        for (File thread : threads) {
            // One read: the length of such a file is not known before.
            try (InputStream children = new FileInputStream(new File(thread, "children"))) {
                if (children.read() >= 0) {
                    return false;
                }
            } catch (IOException e) {
                if (thread.exists()) {
                    return false; // a kernel that does not tell
                }
            }
        }
        return true;
    }

    private static void threads(Set<String> found) {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] threads = new Thread[root.activeCount() + 16];
        int count = root.enumerate(threads);
        for (int i = 0; i < count; i++) {
            Thread thread = threads[i];
            if (!thread.isDaemon()
                    && !thread.getName().equals("main")
                    && !thread.getName().equals("DestroyJavaVM")) {
                found.add("thread \"" + thread.getName() + "\" (#" + thread.getId() + ")");
            }
        }
    }

    /** Linux only; elsewhere nobody can tell. */
    private static void openFiles(Set<String> found) {
        if (!Files.isDirectory(OPEN_FILES)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(OPEN_FILES)) {
            for (Path file : files) {
                String target = Files.readSymbolicLink(file).toString();
                if (target.endsWith(DELETED) && !target.startsWith("/memfd:") && Files.size(file) >= BIG_BYTES) {
                    found.add("open and deleted file " + target.substring(0, target.length() - DELETED.length()));
                }
            }
        } catch (IOException e) {
            // Closed while we looked.
        }
    }
}
