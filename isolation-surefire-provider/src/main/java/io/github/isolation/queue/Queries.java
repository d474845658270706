package io.github.isolation.queue;

import java.util.List;

/**
 * All that is said to the database. Times are those of its clock: {@code clock_timestamp()} is the moment at which a statement comes to a row,
 * and not that at which its transaction began.
 */
final class Queries {
    /** Tables of another version mean something else. */
    static final int VERSION = 1;

    /** Held while tables are made: several machines may find none at once. */
    static final String LOCK_SCHEMA = "select pg_advisory_xact_lock(4893076215847)";

    /** By the catalogue itself: what {@code to_regclass} says may be from before the lock was there. */
    static final String HAS_SCHEMA = """
            select exists (select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              where n.nspname = 'isolation' and c.relname = 'version')""";

    static final String VERSION_OF_SCHEMA = "select version from isolation.version";

    static final List<String> SCHEMA = List.of(
            "create schema if not exists isolation",
            "create table isolation.version (version int not null)",
            "insert into isolation.version values (" + VERSION + ")",
            "create sequence isolation.token",
            """
            create table isolation.run (
              id bigint generated always as identity primary key,
              name text not null, part text not null, attempt int not null, key text not null,
              universe text not null, made timestamptz not null default clock_timestamp(),
              unique (name, part, attempt, key))""",
            """
            create table isolation.machine (
              run bigint not null references isolation.run on delete cascade,
              number int not null, id text not null, name text not null, build text not null,
              joined timestamptz not null default clock_timestamp(),
              primary key (run, number), unique (run, id))""",
            """
            create table isolation.unit (
              run bigint not null references isolation.run on delete cascade,
              unit int not null, token bigint not null default 0, holder int, leased_until timestamptz,
              deliveries int not null default 0, machines text not null default '', state text not null default 'open',
              primary key (run, unit))""",
            """
            create table isolation.class (
              run bigint not null references isolation.run on delete cascade,
              name text not null, unit int not null, token bigint, machine int, millis bigint, failed boolean,
              done timestamptz, report text,
              primary key (run, name))""",
            "create index on isolation.class (run, unit)");

    /** Nobody asks for what is a month old. A few at a time: the whole of a long holiday would take longer than an answer may. */
    static final String TIDY = """
            delete from isolation.run where id in (
              select id from isolation.run where made < clock_timestamp() - interval '30 days'
              order by id limit 5 for update skip locked)""";

    /** Whether nothing has happened in it for so long that it is hardly this build. */
    static final String LONG_QUIET = """
            select count(*) from isolation.run r where r.id = ? and clock_timestamp() - interval '1 day' > greatest(
              r.made,
              (select max(joined) from isolation.machine where run = r.id),
              (select max(leased_until) from isolation.unit where run = r.id),
              (select max(done) from isolation.class where run = r.id))""";

    /** Waits for who is about to make the same run. */
    static final String MAKE_RUN = """
            insert into isolation.run (name, part, attempt, key, universe) values (?, ?, ?, ?, ?)
            on conflict do nothing""";

    static final String FIND_RUN = """
            select id, universe from isolation.run
            where name = ? and part = ? and attempt = ? and key = ? for update""";

    static final String MAKE_UNIT = "insert into isolation.unit (run, unit) values (?, ?)";

    static final String MAKE_CLASS = "insert into isolation.class (run, unit, name) values (?, ?, ?)";

    static final String CLASSES = "select name from isolation.class where run = ? order by name";

    static final String FIND_MACHINE = "select number from isolation.machine where run = ? and id = ?";

    static final String MAKE_MACHINE = """
            insert into isolation.machine (run, number, id, name, build)
            select ?, coalesce(max(number), 0) + 1, ?, ?, ? from isolation.machine where run = ?
            returning number""";

    /** A lease that has run out is seen by whoever asks next. */
    static final String LOSE = """
            update isolation.unit set state = 'lost', holder = null
            where run = ? and state = 'open' and deliveries >= ? and (holder is null or leased_until < clock_timestamp())""";

    /** What another machine is about to take is passed over, and not waited for. */
    static final String CLAIM = """
            with free as (
              select unit from isolation.unit
              where run = ? and state = 'open' and deliveries < ?
                and (holder is null or leased_until < clock_timestamp())
              order by unit limit ? for update skip locked)
            update isolation.unit u
            set token = nextval('isolation.token'), holder = ?, deliveries = u.deliveries + 1,
              leased_until = clock_timestamp() + ? * interval '1 millisecond',
              machines = u.machines || case when u.machines = '' then '' else ', ' end
                || (select name from isolation.machine m where m.run = u.run and m.number = ?)
            from free where u.run = ? and u.unit = free.unit
            returning u.unit, u.token""";

    static final String LEFT_OF_UNIT =
            "select name from isolation.class where run = ? and unit = ? and done is null order by name";

    static final String OPEN = "select count(*) from isolation.unit where run = ? and state = 'open'";

    /** All that a machine has, in one statement. */
    static final String RENEW = """
            update isolation.unit set leased_until = clock_timestamp() + ? * interval '1 millisecond'
            where run = ? and holder = ? and state = 'open' and token = any (?)
            returning token""";

    /** Whoever wants to lend the unit to somebody else waits until this transaction is over. */
    static final String LOCK_UNIT = """
            select u.unit, u.state, u.token, u.holder from isolation.unit u
            join isolation.class c on c.run = u.run and c.unit = u.unit
            where c.run = ? and c.name = ? for update of u""";

    static final String WHOSE =
            "select token, machine from isolation.class where run = ? and name = ? and done is not null";

    static final String COMPLETE = """
            update isolation.class
            set token = ?, machine = ?, millis = ?, failed = ?, report = ?, done = clock_timestamp()
            where run = ? and name = ?""";

    static final String CLOSE_UNIT = """
            update isolation.unit u set state = 'done', holder = null
            where u.run = ? and u.unit = ? and not exists (
              select from isolation.class c where c.run = u.run and c.unit = u.unit and c.done is null)""";

    /** Another token: what is said under the old one does not count any more. */
    static final String RELEASE = """
            update isolation.unit
            set holder = null, leased_until = null, deliveries = deliveries - 1, token = nextval('isolation.token')
            where run = ? and holder = ? and state = 'open'""";

    static final String OF_TOKEN = " and token = ?";

    static final String CENSUS = """
            select c.name, c.done is not null, coalesce(c.failed, false), u.state, u.machines
            from isolation.class c join isolation.unit u on u.run = c.run and u.unit = c.unit
            where c.run = ? order by c.name""";

    static final String RUNS = """
            select id, part, key, universe from isolation.run
            where name = ? and attempt = ? and (? = '' or part = ?) order by id""";

    static final String MACHINES =
            "select number, id, name, build from isolation.machine where run = ? order by number";

    static final String ROWS = """
            select c.name, coalesce(c.machine, 0), coalesce(c.millis, 0),
              case when c.done is null and u.state = 'lost' then u.machines else '' end, coalesce(c.report, '')
            from isolation.class c join isolation.unit u on u.run = c.run and u.unit = c.unit
            where c.run = ? order by c.name""";

    private Queries() {}
}
