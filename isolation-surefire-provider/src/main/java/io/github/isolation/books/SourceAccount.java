package io.github.isolation.books;

import java.util.Set;
import java.util.TreeSet;

/** What was heard and told under one name of a test set, which is a class in most cases. Not thread-safe. */
public final class SourceAccount {
    private final String name;
    private final Set<String> names = new TreeSet<>();
    private final Set<String> displayNames = new TreeSet<>();

    /** Results that workers told of classes that were run for the first time. */
    public Tally heardFirst = new Tally();

    /** Results of classes that were handed out before; what has its result may come once more. */
    public Tally heardAgain = new Tally();

    /** Results that Maven was told. */
    public Tally told = new Tally();

    /** Results of further attempts that Maven was told. */
    public Tally toldAgain = new Tally();

    /** How many test sets Maven saw begin. */
    public int setsBegun;

    /** How many test sets Maven saw end. */
    public int setsEnded;

    SourceAccount(String name) {
        this.name = name;
        names.add(name);
    }

    /** The name of the test set. */
    public String name() {
        return name;
    }

    /** The names that report files may have for it, which depends on Surefire's version. */
    public Set<String> names() {
        return names;
    }

    /** More of them, where Surefire's reporter is one that writes display names, or knows no other. */
    public Set<String> displayNames() {
        return displayNames;
    }

    /** All that was heard. */
    public Tally heard() {
        return new Tally().add(heardFirst).add(heardAgain);
    }

    /** All that was told. */
    public Tally toldInAll() {
        return new Tally().add(told).add(toldAgain);
    }
}
