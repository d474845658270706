package io.github.isolation.queue;

import io.github.isolation.queue.Census.Lost;
import io.github.isolation.queue.RunAccount.Machine;
import io.github.isolation.queue.RunAccount.Row;
import io.github.isolation.settings.SettingNames;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A queue in tables of PostgreSQL, by one connection that is made when it is needed, and again when it was lost. One thread's, but for
 * {@link #releaseAll}.
 */
public final class PostgresQueue implements ClassQueue {
    private final QueueDriver driver;
    private final QueueAddress address;
    private final Leases leases;
    private @Nullable Connection open;

    /** What is done in one transaction. */
    private interface Work<T> {
        T on(Sql sql) throws SQLException, QueueRefusedException;
    }

    private record Joined(Seat seat, boolean first) {}

    /** At this address. Nothing is connected yet. */
    public PostgresQueue(QueueDriver driver, QueueAddress address, Leases leases) {
        this.driver = driver;
        this.address = address;
        this.leases = leases;
    }

    /** Makes the tables, unless they are there; nothing more is needed than to be able to connect if they are. */
    public void makeSchema() throws IOException {
        transaction(sql -> {
            if (!sql.isTrue(Queries.HAS_SCHEMA)) {
                sql.run(Queries.LOCK_SCHEMA);
                if (!sql.isTrue(Queries.HAS_SCHEMA)) {
                    for (String statement : Queries.SCHEMA) {
                        sql.run(statement);
                    }
                }
            }
            checkVersion(sql);
            return true;
        });
    }

    private void checkVersion(Sql sql) throws SQLException, QueueRefusedException {
        long version = sql.number(Queries.VERSION_OF_SCHEMA);
        if (version != Queries.VERSION) {
            throw new QueueRefusedException("the tables in " + address + " are of version " + version
                    + ", and this plugin knows " + Queries.VERSION
                    + ". All machines need the same version of it; where nothing runs any more, drop the schema"
                    + " isolation");
        }
    }

    @Override
    public Seat join(Entry entry) throws IOException {
        makeSchema();
        Joined joined = transaction(sql -> {
            RunName name = entry.run();
            int made = sql.update(
                    Queries.MAKE_RUN, name.run(), name.group(), name.attempt(), entry.key(), entry.universe());
            long run;
            String universe;
            try (PreparedStatement find =
                            sql.prepare(Queries.FIND_RUN, name.run(), name.group(), name.attempt(), entry.key());
                    ResultSet found = find.executeQuery()) {
                found.next();
                run = found.getLong(1);
                universe = found.getString(2);
            }
            if (made == 1) {
                fill(sql, run, entry.units());
            } else if (!universe.equals(entry.universe())) {
                Set<String> here = new TreeSet<>();
                entry.units().forEach(here::addAll);
                throw new QueueRefusedException(Differences.of(entry, sql.texts(Queries.CLASSES, run), here));
            } else if (sql.number(Queries.LONG_QUIET, run) == 1) {
                throw new QueueRefusedException("nothing has happened in run " + name + " of " + entry.key()
                        + " for more than a day, so it is hardly this build's: CI may have used the id before. Give each build"
                        + " another " + SettingNames.SHARD_RUN);
            }
            List<Long> before = sql.numbers(Queries.FIND_MACHINE, run, entry.id());
            long number = before.isEmpty()
                    ? sql.number(Queries.MAKE_MACHINE, run, entry.id(), entry.machine(), entry.build(), run)
                    : before.get(0);
            return new Joined(new Seat(run, (int) number), made == 1);
        });
        if (joined.first()) {
            tidy();
        }
        return joined.seat();
    }

    /** By itself, and nobody's affair: the next build tries again. */
    private void tidy() {
        try {
            transaction(sql -> sql.update(Queries.TIDY));
        } catch (IOException e) {
            letGo();
        }
    }

    private static void fill(Sql sql, long run, List<List<String>> units) throws SQLException {
        try (PreparedStatement unit = sql.prepare(Queries.MAKE_UNIT);
                PreparedStatement ofClass = sql.prepare(Queries.MAKE_CLASS)) {
            for (int i = 0; i < units.size(); i++) {
                Sql.bind(unit, run, i + 1);
                unit.addBatch();
                for (String name : units.get(i)) {
                    Sql.bind(ofClass, run, i + 1, name);
                    ofClass.addBatch();
                }
            }
            unit.executeBatch();
            ofClass.executeBatch();
        }
    }

    @Override
    public Claim claim(Seat seat, int units) throws IOException {
        return transaction(sql -> {
            long run = seat.run();
            sql.update(Queries.LOSE, run, MOST_DELIVERIES);
            Map<Integer, Grant> grants = new TreeMap<>();
            try (PreparedStatement claim = sql.prepare(
                            Queries.CLAIM,
                            run,
                            MOST_DELIVERIES,
                            units,
                            seat.number(),
                            leases.lease().toMillis(),
                            seat.number(),
                            run);
                    ResultSet lent = claim.executeQuery()) {
                while (lent.next()) {
                    int unit = lent.getInt(1);
                    grants.put(unit, new Grant(lent.getLong(2), sql.texts(Queries.LEFT_OF_UNIT, run, unit)));
                }
            }
            return new Claim(List.copyOf(grants.values()), (int) sql.number(Queries.OPEN, run));
        });
    }

    @Override
    public Set<Long> renew(Seat seat, Collection<Long> tokens) throws IOException {
        return transaction(sql -> {
            Array all = sql.array(tokens);
            return new TreeSet<>(sql.numbers(Queries.RENEW, leases.lease().toMillis(), seat.run(), seat.number(), all));
        });
    }

    @Override
    public boolean complete(Seat seat, long token, Result result) throws IOException {
        return transaction(sql -> {
            long run = seat.run();
            String name = result.className();
            long unit;
            boolean lent;
            try (PreparedStatement lock = sql.prepare(Queries.LOCK_UNIT, run, name);
                    ResultSet found = lock.executeQuery()) {
                if (!found.next()) {
                    return false;
                }
                unit = found.getLong(1);
                lent = found.getString(2).equals("open")
                        && found.getLong(3) == token
                        && found.getInt(4) == seat.number();
            }
            try (PreparedStatement whose = sql.prepare(Queries.WHOSE, run, name);
                    ResultSet found = whose.executeQuery()) {
                if (found.next()) {
                    return found.getLong(1) == token && found.getInt(2) == seat.number();
                }
            }
            if (lent) {
                sql.update(
                        Queries.COMPLETE,
                        token,
                        seat.number(),
                        result.millis(),
                        result.failed(),
                        result.report(),
                        run,
                        name);
                sql.update(Queries.CLOSE_UNIT, run, unit);
            }
            return lent;
        });
    }

    @Override
    public void release(Seat seat, long token) throws IOException {
        transaction(sql -> sql.update(Queries.RELEASE + Queries.OF_TOKEN, seat.run(), seat.number(), token));
    }

    /** By a connection of its own, since the other one may be waiting for an answer. */
    @Override
    public void releaseAll(Seat seat) throws IOException {
        try (Connection own = connect()) {
            new Sql(own).update(Queries.RELEASE, seat.run(), seat.number());
        } catch (SQLException e) {
            throw explained(e);
        }
    }

    @Override
    public Census census(Seat seat) throws IOException {
        return transaction(sql -> {
            int open = 0;
            int done = 0;
            List<String> failed = new ArrayList<>();
            List<Lost> lost = new ArrayList<>();
            try (PreparedStatement all = sql.prepare(Queries.CENSUS, seat.run());
                    ResultSet found = all.executeQuery()) {
                while (found.next()) {
                    if (found.getBoolean(2)) {
                        done++;
                        failed.addAll(found.getBoolean(3) ? List.of(found.getString(1)) : List.of());
                    } else if (found.getString(4).equals("lost")) {
                        lost.add(new Lost(found.getString(1), found.getString(5)));
                    } else {
                        open++;
                    }
                }
            }
            return new Census(open, done, failed, lost);
        });
    }

    @Override
    public List<RunAccount> reports(RunName run) throws IOException {
        return transaction(sql -> {
            List<RunAccount> accounts = new ArrayList<>();
            if (!sql.isTrue(Queries.HAS_SCHEMA)) {
                return accounts;
            }
            checkVersion(sql);
            try (PreparedStatement all = sql.prepare(Queries.RUNS, run.run(), run.attempt(), run.group(), run.group());
                    ResultSet found = all.executeQuery()) {
                while (found.next()) {
                    long id = found.getLong(1);
                    accounts.add(new RunAccount(
                            found.getString(2),
                            found.getString(3),
                            found.getString(4),
                            machines(sql, id),
                            rows(sql, id)));
                }
            }
            return accounts;
        });
    }

    private static List<Machine> machines(Sql sql, long run) throws SQLException {
        List<Machine> machines = new ArrayList<>();
        try (PreparedStatement all = sql.prepare(Queries.MACHINES, run);
                ResultSet found = all.executeQuery()) {
            while (found.next()) {
                machines.add(new Machine(found.getInt(1), found.getString(2), found.getString(3), found.getString(4)));
            }
        }
        return machines;
    }

    private static List<Row> rows(Sql sql, long run) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement all = sql.prepare(Queries.ROWS, run);
                ResultSet found = all.executeQuery()) {
            while (found.next()) {
                rows.add(new Row(
                        found.getString(1), found.getInt(2), found.getLong(3), found.getString(4), found.getString(5)));
            }
        }
        return rows;
    }

    private <T> T transaction(Work<T> work) throws IOException {
        try {
            Connection connection = open == null ? connect() : open;
            open = connection;
            connection.setAutoCommit(false);
            T result = work.on(new Sql(connection));
            connection.commit();
            return result;
        } catch (SQLException e) {
            letGo();
            throw explained(e);
        } catch (QueueRefusedException | RuntimeException e) {
            letGo();
            throw e;
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = address.properties(leases.patience());
        return driver.connect(address.url(), properties);
    }

    /** What the driver says of an address has no password in it. */
    private IOException explained(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        // "The connection attempt failed." does not say that there is no such host.
        String message = e.getMessage() + (e.getCause() instanceof IOException cause ? " (" + cause + ")" : "");
        String advice = QueueErrors.advice(state, message);
        String what = address + ": " + message + (advice.isEmpty() ? "" : ". " + advice);
        return QueueErrors.isForGood(state, message) ? new QueueRefusedException(what, e) : new IOException(what, e);
    }

    private void letGo() {
        Connection broken = open;
        open = null;
        if (broken != null) {
            try {
                broken.close();
            } catch (SQLException e) {
                // It is of no use any more, whatever it says.
            }
        }
    }

    @Override
    public void close() throws IOException {
        letGo();
        driver.close();
    }
}
