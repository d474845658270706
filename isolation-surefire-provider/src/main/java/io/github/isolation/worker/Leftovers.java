package io.github.isolation.worker;

import io.github.isolation.protocol.Leftover;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Finds what may be a leak, each in words that are the same whenever it is found again. */
final class Leftovers implements Leaks.Source {
    /** Every JDK has a thread of this name, and maybe a number after it, for each process that it has started. */
    private static final String REAPER = "process reaper";

    private static final String PROCESS = "process ";

    private static final Path OPEN_FILES = Path.of("/proc/self/fd");
    private static final File THREADS = new File("/proc/self/task");
    private static final String DELETED = " (deleted)";

    /** Smaller deleted files are everyday life: temporary files of libraries, unpacked natives. */
    private static final long BIG_BYTES = 1 << 20;

    private final boolean onlyWhatOutlivesUs;
    private final ThreadNames ignored;
    private final Set<String> harmlessFiles = new HashSet<>();

    /**
     * @param onlyWhatOutlivesUs looks for processes alone; all else ends with this JVM
     * @param ignored threads that are meant to stay
     */
    Leftovers(boolean onlyWhatOutlivesUs, ThreadNames ignored) {
        this.onlyWhatOutlivesUs = onlyWhatOutlivesUs;
        this.ignored = ignored;
    }

    /**
     * All there is now.
     *
     * @param thorough asks the system about every thread and every open file, which takes as long as a small class; otherwise
     *     about children only if Java has started some, and about no file that was harmless the last time
     */
    @Override
    public Set<Leftover> find(boolean thorough) {
        if (thorough) {
            harmlessFiles.clear();
        }
        Set<Leftover> found = new LinkedHashSet<>();
        if (onlyWhatOutlivesUs) {
            if (!haveNoChild()) {
                children(found);
            }
            return found;
        }
        boolean javaStartsProcesses = threads(found);
        if ((thorough || javaStartsProcesses) && !haveNoChild()) {
            children(found);
        }
        openFiles(found);
        return found;
    }

    private static Leftover other(String what) {
        return new Leftover(what, "");
    }

    private static void children(Set<Leftover> found) {
        ProcessHandle.current()
                .children()
                .forEach(child -> found.add(other(PROCESS
                        + child.pid()
                        + child.info()
                                .command()
                                .map(command -> " (" + command + ")")
                                .orElse(""))));
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

    /** Says whether there is one that waits for a process. */
    private boolean threads(Set<Leftover> found) {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] threads = new Thread[root.activeCount() + 16];
        int count = root.enumerate(threads);
        boolean waits = false;
        for (int i = 0; i < count; i++) {
            Thread thread = threads[i];
            waits |= thread.getName().startsWith(REAPER);
            if (!thread.isDaemon()
                    && thread != Thread.currentThread() // which runs the tests, whatever they call it
                    && !thread.getName().equals("main")
                    && !thread.getName().equals("DestroyJavaVM")
                    && !ignored.match(thread.getName())) {
                String what = "thread \"" + thread.getName() + "\" (#" + thread.getId() + ")";
                found.add(new Leftover(what, ThreadNames.kind(thread.getName())));
            }
        }
        return waits;
    }

    /** Linux only; elsewhere nobody can tell. */
    private void openFiles(Set<Leftover> found) {
        String[] numbers = OPEN_FILES.toFile().list();
        if (numbers == null) {
            return;
        }
        harmlessFiles.retainAll(Set.of(numbers)); // a number that was closed may come again
        for (String number : numbers) {
            if (!harmlessFiles.contains(number)) {
                openFile(number, found);
            }
        }
    }

    private void openFile(String number, Set<Leftover> found) {
        try {
            Path file = OPEN_FILES.resolve(number);
            String target = Files.readSymbolicLink(file).toString();
            if (!target.endsWith(DELETED) || target.startsWith("/memfd:")) {
                harmlessFiles.add(number);
            } else if (Files.size(file) >= BIG_BYTES) {
                found.add(other("open and deleted file " + target.substring(0, target.length() - DELETED.length())));
            }
        } catch (IOException e) {
            // Closed while we looked.
        }
    }
}
