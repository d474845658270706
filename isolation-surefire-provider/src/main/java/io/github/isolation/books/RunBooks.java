package io.github.isolation.books;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All books of one run. Not thread-safe. */
public final class RunBooks {
    /** No summary was told. */
    public static final long NONE = -1;

    private final RunHeader header;
    private final Map<String, ClassAccount> classes = new LinkedHashMap<>();
    private final Map<String, SourceAccount> sources = new LinkedHashMap<>();

    /** Whether what had not begun was to be skipped ({@code skipAfterFailureCount}). */
    public boolean skipping;

    /** Whether Maven ended the fork. */
    public boolean cancelled;

    /** Whether somebody has set the clock back meanwhile. */
    public boolean clockSetBack;

    /** When they were opened, by the clock of the file system; 0 if that is not known. */
    public long filesMillis;

    /** When they were closed; 0 if they were not. */
    public long endedMillis;

    /** How many results the line at the end speaks of: tests and discovery errors. */
    public long summary = NONE;

    /** Empty ones. */
    public RunBooks(RunHeader header) {
        this.header = header;
    }

    /** What was known at the beginning. */
    public RunHeader header() {
        return header;
    }

    /** Whether there is an end to them. */
    public boolean isClosed() {
        return endedMillis > 0;
    }

    /** The account of a class, opened where there is none. */
    public ClassAccount ofClass(String name) {
        ClassAccount account = classes.get(name);
        if (account == null) {
            account = new ClassAccount(name);
            classes.put(name, account);
        }
        return account;
    }

    /** The account of a test set, opened where there is none. */
    public SourceAccount ofSource(@Nullable String name) {
        String key = name == null ? "" : name;
        SourceAccount account = sources.get(key);
        if (account == null) {
            account = new SourceAccount(key);
            sources.put(key, account);
        }
        return account;
    }

    /** A class was not to be run after all: what is known of it, and of test sets of these names, is of no account. */
    public void forget(String className, Collection<String> sets) {
        classes.remove(className);
        sets.forEach(sources::remove);
    }

    /** In the order they came up. */
    public Collection<ClassAccount> classes() {
        return classes.values();
    }

    /** In the order they came up. */
    public Collection<SourceAccount> sources() {
        return sources.values();
    }
}
