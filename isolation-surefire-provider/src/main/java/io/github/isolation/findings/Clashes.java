package io.github.isolation.findings;

import io.github.isolation.findings.Finding.Section;
import io.github.isolation.findings.Finding.Witness;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What two classes would fight over if they ran in two forks at the same time: one real path, if at least one of them changes it,
 * and one port that both bind. And, for information, servers that both talk to.
 */
final class Clashes {
    /** What H2, HSQLDB, Derby, SQLite and DuckDB put behind the name of a database. */
    private static final Pattern OF_A_DATABASE = Pattern.compile("[/\\\\].*"
            + "|\\.(mv|h2|trace|lock)\\.db(\\.\\w+)?"
            + "|\\.(script|properties|data|log|lck|backup|lobs)(\\.new|\\.old)?|\\.tmp([/\\\\].*)?"
            + "|-(journal|wal|shm)|\\.wal");

    private Clashes() {}

    static List<Finding> in(Observed observed) {
        List<Finding> found = new ArrayList<>();
        Map<String, List<Hit>> files = by(observed, Hit::isOfAFile);
        Set<String> databases = databases(files);
        files.forEach((path, hits) -> {
            if (databases.stream().noneMatch(database -> isPartOf(database, path))) {
                pair(hits, Hit::changesFile, hit -> true)
                        .ifPresent(pair ->
                                found.add(finding(Section.CLASHES, path, hits, pair, Remedies.file(path, hits))));
            }
        });
        for (String protocol : List.of("TCP", "UDP")) {
            by(observed, hit -> hit.kind().equals("BIND_" + protocol)).forEach((port, hits) -> pair(
                            hits, hit -> true, hit -> true)
                    .ifPresent(pair -> found.add(finding(
                            Section.CLASHES, "port " + port + " (" + protocol + ")", hits, pair, Remedies.port()))));
        }
        by(observed, hit -> hit.kind().startsWith("CONNECT_") && !isServedBySomeTest(hit, observed))
                .forEach((address, hits) -> pair(hits, hit -> true, hit -> true)
                        .ifPresent(pair ->
                                found.add(finding(Section.SERVICES, address, hits, pair, Remedies.service(address)))));
        return found;
    }

    /** Those that are findings themselves. */
    private static Set<String> databases(Map<String, List<Hit>> files) {
        Set<String> databases = new LinkedHashSet<>();
        files.forEach((path, hits) -> {
            List<Hit> opening =
                    hits.stream().filter(hit -> hit.kind().equals("DATABASE")).toList();
            if (pair(opening, hit -> true, hit -> true).isPresent()) {
                databases.add(path);
            }
        });
        return databases;
    }

    /** {@code data.mv.db}, {@code data.db-journal} or {@code data/log} is nothing that is shared besides; {@code data-input.csv} may be. */
    static boolean isPartOf(String database, String path) {
        return path.startsWith(database)
                && OF_A_DATABASE.matcher(path.substring(database.length())).matches();
    }

    private static Map<String, List<Hit>> by(Observed observed, Predicate<Hit> wanted) {
        Map<String, List<Hit>> all = new TreeMap<>();
        observed.hits().stream().filter(wanted).forEach(hit -> all.computeIfAbsent(
                        hit.resource(), name -> new ArrayList<>())
                .add(hit));
        return all;
    }

    /** One of each sort, of two classes; preferably both of the first sort. */
    private static Optional<List<Hit>> pair(List<Hit> hits, Predicate<Hit> one, Predicate<Hit> other) {
        for (Predicate<Hit> second : List.of(one, other)) {
            for (Hit first : hits) {
                if (one.test(first)) {
                    for (Hit next : hits) {
                        if (second.test(next)
                                && !next.test().topLevel().equals(first.test().topLevel())) {
                            return Optional.of(List.of(first, next));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Finding finding(
            Section section, String resource, List<Hit> hits, List<Hit> pair, Remedies.Remedy remedy) {
        Set<Witness> witnesses = new LinkedHashSet<>();
        pair.forEach(hit -> witnesses.add(witness(hit)));
        hits.forEach(hit -> witnesses.add(witness(hit)));
        return Finding.of(
                section,
                resource,
                witnesses.stream().limit(Finding.MOST_WITNESSES).toList(),
                remedy);
    }

    static Witness witness(Hit hit) {
        return new Witness(
                hit.test(),
                hit.verb() + (hit.started() ? " it, in a thread started" : ""),
                hit.line().toString());
    }

    /** A server of a test's own, which it asks something: its port is the finding, if there is one. */
    private static boolean isServedBySomeTest(Hit connects, Observed observed) {
        String address = connects.resource();
        String port = address.substring(address.lastIndexOf(':') + 1);
        return observed.hits().stream()
                .anyMatch(hit -> hit.kind().startsWith("BIND_")
                        && (hit.resource().equals(port) || hit.resource().equals(address)));
    }
}
