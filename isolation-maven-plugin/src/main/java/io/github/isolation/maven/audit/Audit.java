package io.github.isolation.maven.audit;

import io.github.isolation.books.Outcome;
import io.github.isolation.books.RunBooks;
import io.github.isolation.books.SourceAccount;
import io.github.isolation.books.Tally;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares what Maven was told in some runs with what the report files of one directory have. A class may go by several names,
 * and so may several classes by one: what has a name in common is compared as a whole.
 */
final class Audit {
    private static final int NAMED = 3;

    /** What goes by the same names: how much was told in each run of each of its classes, the last run last. */
    private static final class Account {
        final Set<String> names = new TreeSet<>();
        final Map<String, List<Tally>> told = new LinkedHashMap<>();

        Cases in(ReportFiles reports) {
            Cases found = Cases.NONE;
            for (String name : names) {
                found = found.plus(reports.of(name));
            }
            return found;
        }

        String title() {
            List<String> some = told.keySet().stream().limit(NAMED).toList();
            return String.join(", ", some) + (some.size() < told.size() ? ", …" : "");
        }

        void add(Account other) {
            names.addAll(other.names);
            other.told.forEach((name, tallies) ->
                    told.computeIfAbsent(name, key -> new ArrayList<>()).addAll(tallies));
        }
    }

    private final Map<String, Account> byName = new LinkedHashMap<>();
    private final Map<String, Set<String>> byFile = new HashMap<>();
    private final Set<String> files = new HashSet<>();
    private boolean reruns;

    private Audit() {}

    /**
     * What differs, a line each.
     *
     * @param runs in the order they began, all of which wrote their reports there
     */
    static List<String> compare(List<RunBooks> runs, ReportFiles reports) {
        Audit audit = new Audit();
        boolean displayNames = haveDisplayNames(runs, reports);
        for (RunBooks run : runs) {
            audit.reruns |= run.header().reruns() > 0;
            for (SourceAccount source : run.sources()) {
                audit.add(source, run.header().suffix(), displayNames);
            }
        }
        return audit.differences(reports);
    }

    private static boolean haveDisplayNames(List<RunBooks> runs, ReportFiles reports) {
        for (RunBooks run : runs) {
            for (SourceAccount source : run.sources()) {
                for (String name : source.displayNames()) {
                    if (reports.of(plain(name, run.header().suffix())).cases() > 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static String plain(String name, String suffix) {
        return ReportNames.plain(ReportNames.withSuffix(name, suffix));
    }

    private void add(SourceAccount source, String suffix, boolean displayNames) {
        Account account = new Account();
        String own = ReportNames.withSuffix(source.name(), suffix);
        account.told.put(own, new ArrayList<>(List.of(source.toldInAll())));
        for (String name : source.names()) {
            account.names.add(plain(name, suffix));
            files.add(ReportNames.file(ReportNames.report(name, suffix)));
        }
        for (String name : source.displayNames()) {
            if (displayNames) {
                account.names.add(plain(name, suffix));
            }
            files.add(ReportNames.file(ReportNames.report(name, suffix)));
        }
        join(account);
        byFile.computeIfAbsent(ReportNames.file(own), file -> new TreeSet<>()).add(own);
    }

    /** What had a name in common with it so far, however much that is, is one with it from now on. */
    private void join(Account account) {
        Account joined = account;
        for (String name : List.copyOf(account.names)) {
            Account other = byName.get(name);
            if (other != null && other != joined) {
                other.add(joined);
                joined = other;
            }
        }
        for (String name : joined.names) {
            byName.put(name, joined);
        }
    }

    private List<String> differences(ReportFiles reports) {
        List<String> differences = new ArrayList<>();
        for (Path file : reports.cutOff()) {
            if (files.contains(ReportNames.file(String.valueOf(file.getFileName())))) {
                differences.add("the report file " + file.getFileName() + " is cut off");
            }
        }
        ReportFiles ofThese = reports.only(files);
        for (Account account : accounts()) {
            Cases found = account.in(ofThese);
            Tally all = new Tally();
            Tally last = new Tally();
            for (List<Tally> told : account.told.values()) {
                for (Tally one : told) {
                    all.add(one);
                }
                // Of two runs with the same class, the second writes over the report of the first.
                last.add(told.get(told.size() - 1));
            }
            boolean unknown = all.total() == 0
                    || !isComparable(account)
                    || (isShort(found, all) && !reports.unreadable().isEmpty());
            // Tests may write such files themselves, and Surefire may name its own in a way that we do not know.
            boolean agree = agree(all, last, found) || agree(all, last, account.in(reports));
            if (!unknown && !agree) {
                differences.add(account.title() + ": Maven was told of " + last.total() + " results (" + last
                        + "), and the report files have " + found);
            }
        }
        return differences;
    }

    private boolean agree(Tally all, Tally last, Cases found) {
        return agree(all, found) || agree(last, found);
    }

    private Collection<Account> accounts() {
        return byName.values().stream().distinct().toList();
    }

    /** Where two names make one file, or a name makes none, Surefire loses reports without our help. */
    private boolean isComparable(Account account) {
        for (String name : account.told.keySet()) {
            if (ReportNames.isTooLong(name)
                    || byFile.getOrDefault(ReportNames.file(name), Set.of()).size() > 1) {
                return false;
            }
        }
        return true;
    }

    private static boolean isShort(Cases found, Tally told) {
        return found.cases() < told.total();
    }

    /** With re-runs, Surefire makes one test case of all attempts that have the same name, and writes down each failure. */
    private boolean agree(Tally told, Cases found) {
        boolean failures =
                told.count(Outcome.FAILED) == found.failures() && told.count(Outcome.ERROR) == found.errors();
        return reruns
                ? failures && found.cases() <= told.total() && (found.cases() > 0 || told.total() == 0)
                : failures && found.cases() == told.total() && told.count(Outcome.SKIPPED) == found.skipped();
    }
}
