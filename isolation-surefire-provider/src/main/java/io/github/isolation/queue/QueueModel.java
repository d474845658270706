package io.github.isolation.queue;

import io.github.isolation.queue.Census.Lost;
import io.github.isolation.queue.RunAccount.Machine;
import io.github.isolation.queue.RunAccount.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a queue has to answer, as plain code: no database, no connection that breaks. The clock is the queue's own. Tests compare the real one
 * with it, and let supervisors work with it. Not thread-safe.
 */
public final class QueueModel implements ClassQueue {
    private final LongSupplier millis;
    private final long lease;
    private final Map<String, Run> runs = new LinkedHashMap<>();
    private final List<Run> byNumber = new ArrayList<>();
    private long lastToken;

    /** A unit, and who has it. */
    private static final class Unit {
        final List<String> open;
        final List<String> machines = new ArrayList<>();
        long token;
        int holder;
        long leasedUntil;
        int deliveries;
        boolean lost;

        Unit(List<String> classes) {
            open = new ArrayList<>(classes);
        }

        boolean isOpen() {
            return !lost && !open.isEmpty();
        }

        boolean isFree(long now) {
            return isOpen() && (holder == 0 || leasedUntil < now);
        }
    }

    /** Results that count. */
    private record Done(int machine, long token, Result result) {}

    private static final class Run {
        final RunName name;
        final String key;
        final String universe;
        final List<Unit> units = new ArrayList<>();
        final Map<String, Unit> byClass = new TreeMap<>();
        final Map<String, Done> done = new TreeMap<>();
        final List<Machine> machines = new ArrayList<>();

        Run(Entry entry) {
            name = entry.run();
            key = entry.key();
            universe = entry.universe();
            for (List<String> classes : entry.units()) {
                Unit unit = new Unit(classes);
                units.add(unit);
                classes.forEach(one -> byClass.put(one, unit));
            }
        }

        @Nullable
        Unit of(long token) {
            return units.stream()
                    .filter(unit -> unit.token == token)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** With this clock, in milliseconds from anywhere, and leases of so many. */
    public QueueModel(LongSupplier millis, long lease) {
        this.millis = millis;
        this.lease = lease;
    }

    @Override
    public Seat join(Entry entry) throws QueueRefusedException {
        String name = entry.run() + " " + entry.key();
        Run run = runs.get(name);
        if (run == null) {
            run = new Run(entry);
            runs.put(name, run);
            byNumber.add(run);
        }
        if (!run.universe.equals(entry.universe())) {
            Set<String> here = new TreeSet<>();
            entry.units().forEach(here::addAll);
            throw new QueueRefusedException(Differences.of(entry, run.byClass.keySet(), here));
        }
        long number = byNumber.indexOf(run) + 1L;
        for (Machine machine : run.machines) {
            if (machine.id().equals(entry.id())) {
                return new Seat(number, machine.number());
            }
        }
        run.machines.add(new Machine(run.machines.size() + 1, entry.id(), entry.machine(), entry.build()));
        return new Seat(number, run.machines.size());
    }

    @Override
    public Claim claim(Seat seat, int units) {
        Run run = run(seat);
        long now = millis.getAsLong();
        List<Grant> grants = new ArrayList<>();
        for (Unit unit : run.units) {
            if (unit.isFree(now) && unit.deliveries >= MOST_DELIVERIES) {
                unit.lost = true;
                unit.holder = 0;
            } else if (unit.isFree(now) && grants.size() < units) {
                unit.token = ++lastToken;
                unit.holder = seat.number();
                unit.leasedUntil = now + lease;
                unit.deliveries++;
                unit.machines.add(run.machines.get(seat.number() - 1).name());
                grants.add(new Grant(unit.token, unit.open.stream().sorted().toList()));
            }
        }
        return new Claim(grants, (int) run.units.stream().filter(Unit::isOpen).count());
    }

    @Override
    public Set<Long> renew(Seat seat, Collection<Long> tokens) {
        Set<Long> renewed = new TreeSet<>();
        for (long token : tokens) {
            Unit unit = run(seat).of(token);
            if (unit != null && unit.isOpen() && unit.holder == seat.number()) {
                unit.leasedUntil = millis.getAsLong() + lease;
                renewed.add(token);
            }
        }
        return renewed;
    }

    @Override
    public boolean complete(Seat seat, long token, Result result) {
        Run run = run(seat);
        Done before = run.done.get(result.className());
        if (before != null) {
            return before.token() == token && before.machine() == seat.number();
        }
        Unit unit = run.byClass.get(result.className());
        if (unit == null || !unit.isOpen() || unit.token != token || unit.holder != seat.number()) {
            return false;
        }
        run.done.put(result.className(), new Done(seat.number(), token, result));
        unit.open.remove(result.className());
        return true;
    }

    @Override
    public void release(Seat seat, long token) {
        Unit unit = run(seat).of(token);
        if (unit != null && unit.isOpen() && unit.holder == seat.number()) {
            giveBack(unit);
        }
    }

    private void giveBack(Unit unit) {
        unit.token = ++lastToken;
        unit.holder = 0;
        unit.deliveries--;
    }

    @Override
    public void releaseAll(Seat seat) {
        run(seat).units.stream()
                .filter(unit -> unit.isOpen() && unit.holder == seat.number())
                .forEach(this::giveBack);
    }

    @Override
    public Census census(Seat seat) {
        Run run = run(seat);
        List<Lost> lost = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        int open = 0;
        for (Map.Entry<String, Unit> one : run.byClass.entrySet()) {
            Done done = run.done.get(one.getKey());
            if (done != null) {
                failed.addAll(done.result().failed() ? List.of(one.getKey()) : List.of());
            } else if (one.getValue().lost) {
                lost.add(new Lost(one.getKey(), String.join(", ", one.getValue().machines)));
            } else {
                open++;
            }
        }
        return new Census(open, run.done.size(), failed, lost);
    }

    private static boolean isOf(RunName run, RunName asked) {
        return run.run().equals(asked.run())
                && run.attempt() == asked.attempt()
                && (asked.group().isEmpty() || asked.group().equals(run.group()));
    }

    @Override
    public List<RunAccount> reports(RunName name) {
        List<RunAccount> accounts = new ArrayList<>();
        for (Run run : byNumber) {
            if (isOf(run.name, name)) {
                List<Row> rows = new ArrayList<>();
                run.byClass.forEach((className, unit) -> rows.add(row(className, unit, run.done.get(className))));
                accounts.add(new RunAccount(run.name.group(), run.key, run.universe, run.machines, rows));
            }
        }
        return accounts;
    }

    private static Row row(String className, Unit unit, @Nullable Done done) {
        return done == null
                ? new Row(className, 0, 0, unit.lost ? String.join(", ", unit.machines) : "", "")
                : new Row(
                        className,
                        done.machine(),
                        done.result().millis(),
                        "",
                        done.result().report());
    }

    private Run run(Seat seat) {
        return byNumber.get((int) seat.run() - 1);
    }

    @Override
    public void close() {}
}
