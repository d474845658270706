package io.github.isolation.maven.shard;

import io.github.isolation.queue.RunAccount;
import io.github.isolation.queue.RunAccount.Machine;
import io.github.isolation.queue.RunAccount.Row;
import io.github.isolation.queue.RunName;
import io.github.isolation.settings.SettingNames;
import io.github.isolation.shard.ClassMembers;
import io.github.isolation.shard.Digests;
import io.github.isolation.shard.ReportedClass;
import io.github.isolation.shard.ReportedClass.Counts;
import io.github.isolation.shard.ReportedClass.State;
import io.github.isolation.shard.ScannedClass;
import io.github.isolation.shard.ShardEnd;
import io.github.isolation.shard.ShardHeader;
import io.github.isolation.shard.ShardRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the queue knows, beside what machines have left: the queue says whose results of a class count, and has those of machines that are gone.
 * Reports that have arrived are taken as they are; of others, those that the queue has are written.
 */
final class QueueReports {
    private final RunName name;
    private final Path directory;
    private final List<Shipped> runs = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> contradictions = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private QueueReports(RunName name, Path directory) {
        this.name = name;
        this.directory = directory;
    }

    /**
     * Puts both together.
     *
     * @param accounts what the queue knows
     * @param arrived what the machines have left
     * @param directory where reports are written that have not arrived
     */
    static QueueReports of(RunName name, List<RunAccount> accounts, List<Shipped> arrived, Path directory)
            throws IOException {
        QueueReports reports = new QueueReports(name, directory);
        Set<Shipped> used = new HashSet<>();
        for (RunAccount account : accounts) {
            List<Shipped> same = arrived.stream()
                    .filter(one -> one.header().isOfQueue()
                            && !one.header().isRefused()
                            && one.header().key().equals(account.key())
                            && one.header().group().equals(account.group())
                            && one.header().attempt() == name.attempt())
                    .toList();
            for (Machine machine : account.machines()) {
                Shipped own = same.stream()
                        .filter(one -> one.header().id().equals(machine.id()))
                        .findFirst()
                        .orElse(null);
                if (own != null) {
                    used.add(own);
                }
                reports.add(account, machine, own, same);
            }
            account.classes().stream()
                    .filter(row -> !row.lostBy().isEmpty())
                    .forEach(row -> reports.missing.add(account.title() + ": " + row.className()
                            + " is LOST: none of the machines that had it came to its end: " + row.lostBy()));
            reports.lookForWhatIsOpen(account);
        }
        arrived.stream().filter(one -> !used.contains(one)).forEach(reports.runs::add);
        if (accounts.isEmpty()) {
            reports.missing.add("the queue knows of no run " + name + ": no machine has joined it");
        }
        return reports;
    }

    private void lookForWhatIsOpen(RunAccount account) {
        long open = account.classes().stream()
                .filter(row -> row.machine() == 0 && row.lostBy().isEmpty())
                .count();
        if (open > 0) {
            notes.add(account.title() + ": the run is not over, " + open
                    + (open == 1 ? " class is" : " classes are")
                    + " without results: merge again when all machines have ended, or"
                    + " start one more with the same " + SettingNames.SHARD_RUN + ", which runs the rest");
        }
    }

    private void add(RunAccount account, Machine machine, @Nullable Shipped own, List<Shipped> same)
            throws IOException {
        List<Row> rows = account.classes().stream()
                .filter(row -> row.machine() == machine.number())
                .toList();
        boolean whole = own != null && own.run().isWhole();
        List<ReportedClass> reported =
                new ArrayList<>(whole && own != null ? own.run().reported() : List.of());
        Set<String> told = new HashSet<>();
        reported.stream().filter(one -> one.state() != State.LOST).forEach(one -> told.add(one.name()));
        reported.removeIf(one -> one.state() == State.LOST);
        Set<String> count = new HashSet<>();
        rows.forEach(row -> count.add(row.className()));
        reported.stream()
                .filter(one -> one.state() == State.REPORTED && !count.contains(one.name()))
                .forEach(one -> contradictions.add(account.title() + ": machine " + machine.number() + " ("
                        + machine.name() + ") has told results of " + one.name() + " that do not count by the queue"));
        List<Row> absent =
                rows.stream().filter(row -> !told.contains(row.className())).toList();
        for (Row row : absent) {
            reported.addAll(fromTheQueue(account.title(), machine, row));
        }
        if (!absent.isEmpty()) {
            notes.add(account.title() + ": machine " + machine.number() + " (" + machine.name()
                    + ") has left no report of "
                    + Agreement.some(absent.stream().map(Row::className).toList())
                    + ": their results are from the queue, without what they printed");
        }
        ShardHeader header = whole && own != null
                ? own.header()
                : new ShardHeader(
                        machine.id(),
                        account.key(),
                        machine.number(),
                        ShardHeader.QUEUE,
                        name.attempt(),
                        name.run(),
                        account.group(),
                        account.universe(),
                        "",
                        "",
                        machine.build());
        ShardEnd end =
                whole && own != null && own.run().end() != null ? own.run().end() : null;
        if (end == null && !rows.isEmpty()) {
            notes.add(account.title() + ": machine " + machine.number() + " (" + machine.name()
                    + ") has left no end: whether its build failed otherwise than by a test is not known");
        }
        List<ClassMembers> members = whole && own != null ? own.run().members() : List.of();
        ShardEnd closed = end == null
                ? new ShardEnd(reported.size(), 0, "", "")
                : new ShardEnd(reported.size(), end.millis(), end.failure(), end.record(), members.size());
        Path file = own != null ? own.file() : directory.resolve("queue").resolve(header.id() + ".jsonl");
        runs.add(new Shipped(file, new ShardRun(header, scanned(account, own, same), reported, members, closed)));
    }

    /** As a machine has them that has looked at the class files, if one has arrived. */
    private static List<ScannedClass> scanned(RunAccount account, @Nullable Shipped own, List<Shipped> same) {
        Shipped known = own != null ? own : same.stream().findFirst().orElse(null);
        return known != null && known.header().universe().equals(account.universe())
                ? known.run().scanned()
                : account.classes().stream()
                        .map(row -> new ScannedClass(row.className(), 0, ""))
                        .toList();
    }

    private List<ReportedClass> fromTheQueue(String key, Machine machine, Row row) throws IOException {
        QueueReport report = QueueReport.read(row.report());
        if (report.isCut()) {
            missing.add(key + ": the results of " + row.className()
                    + " are too many for the queue, and the machine that had" + " them has left no report: "
                    + machine.name());
        }
        List<ReportedClass> reported = new ArrayList<>();
        if (!report.sources().contains(row.className())) {
            reported.add(new ReportedClass(row.className(), State.EMPTY, Counts.NONE, row.millis(), 0, 0, "", ""));
        }
        for (String source : report.sources()) {
            Path of = Files.createDirectories(
                    directory.resolve("queue").resolve(machine.id()).toAbsolutePath());
            Path file = of.resolve("TEST-" + source.replaceAll("[^\\p{L}\\p{N}.$_-]", "_") + ".xml");
            report.write(source, row.millis(), file);
            boolean own = source.equals(row.className());
            reported.add(new ReportedClass(
                    source,
                    own ? State.REPORTED : State.BESIDES,
                    ReportCases.read(file).counts(),
                    row.millis(),
                    1,
                    1,
                    file.toString(),
                    Digests.of(Files.readAllBytes(file))));
        }
        return reported;
    }

    /** Those that have arrived, and those that are put together. */
    List<Shipped> runs() {
        return runs;
    }

    /** What nobody has, a line each. */
    List<String> missing() {
        return missing;
    }

    /** Where machines and the queue say different things, a line each. */
    List<String> contradictions() {
        return contradictions;
    }

    /** What else is to be known, a line each. */
    List<String> notes() {
        return notes;
    }
}
