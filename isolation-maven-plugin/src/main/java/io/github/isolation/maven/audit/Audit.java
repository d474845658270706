package io.github.isolation.maven.audit;

import io.github.isolation.books.Outcome;
import io.github.isolation.books.RunBooks;
import io.github.isolation.books.SourceAccount;
import io.github.isolation.books.Tally;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
    /** What goes by the same names: how much was told in each run of each of its classes, the last run last. */
    private static final class Account {
        final Set<String> names = new TreeSet<>();
        final Map<String, List<Tally>> told = new LinkedHashMap<>();

        void add(Account other) {
            names.addAll(other.names);
            other.told.forEach((name, tallies) ->
                    told.computeIfAbsent(name, key -> new ArrayList<>()).addAll(tallies));
        }
    }

    private final Map<String, Account> byName = new HashMap<>();
    private final Map<String, Set<String>> byFile = new HashMap<>();
    private boolean reruns;

    private Audit() {}

    /**
     * What differs, a line each.
     *
     * @param runs in the order they began, all of which wrote their reports there
     */
    static List<String> compare(List<RunBooks> runs, ReportFiles reports) {
        Audit audit = new Audit();
        for (RunBooks run : runs) {
            audit.reruns |= run.header().reruns() > 0;
            for (SourceAccount source : run.sources()) {
                audit.add(source, run.header().suffix());
            }
        }
        return audit.differences(reports);
    }

    private void add(SourceAccount source, String suffix) {
        Account account = new Account();
        String own = ReportNames.withSuffix(source.name(), suffix);
        account.told.put(own, new ArrayList<>(List.of(source.toldInAll())));
        for (String name : source.names()) {
            account.names.add(ReportNames.plain(ReportNames.withSuffix(name, suffix)));
        }
        for (String name : Set.copyOf(account.names)) {
            Account other = byName.get(name);
            if (other != null && other != account) {
                other.add(account);
                account = other;
            }
            for (String each : account.names) {
                byName.put(each, account);
            }
        }
        byFile.computeIfAbsent(ReportNames.file(own), file -> new TreeSet<>()).add(own);
    }

    private List<String> differences(ReportFiles reports) {
        List<String> differences = new ArrayList<>();
        for (Account account : accounts()) {
            Cases found = Cases.NONE;
            for (String name : account.names) {
                found = found.plus(reports.of(name));
            }
            Tally all = new Tally();
            Tally last = new Tally();
            for (List<Tally> told : account.told.values()) {
                told.forEach(all::add);
                // Of two runs with the same class, the second writes over the report of the first.
                last.add(told.get(told.size() - 1));
            }
            boolean unknown = all.total() == 0
                    || !isComparable(account)
                    || (isShort(found, all) && !reports.unreadable().isEmpty());
            if (!unknown && !agree(all, found) && !agree(last, found)) {
                differences.add(String.join(", ", account.told.keySet()) + ": Maven was told of " + last.total()
                        + " results (" + last + "), and the report files have " + found);
            }
        }
        return differences;
    }

    private Collection<Account> accounts() {
        return byName.values().stream().distinct().toList();
    }

    /** Where two names make one file, or a name makes none, Surefire loses reports without our help. */
    private boolean isComparable(Account account) {
        return account.told.keySet().stream()
                .noneMatch(name -> ReportNames.isTooLong(name)
                        || byFile.getOrDefault(ReportNames.file(name), Set.of()).size() > 1);
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
