package io.github.isolation.maven.server;

import io.github.isolation.fixture.SeedMode;
import io.github.isolation.maven.cache.CachedFixture;
import io.github.isolation.maven.cache.FixtureCache;
import io.github.isolation.maven.cache.FixtureSpec;
import io.github.isolation.maven.cache.MadeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL server of the POM: its programs, which are there, its data, made once, and the command that starts it. */
public final class PostgresServer {
    private final ServerSpec spec;
    private final PostgresPrograms programs;
    private final RunAs runAs;

    private PostgresServer(ServerSpec spec, PostgresPrograms programs, RunAs runAs) {
        this.spec = spec;
        this.programs = programs;
        this.runAs = runAs;
    }

    /** Finds the programs, which may mean to fetch them. */
    public static PostgresServer find(ServerSpec spec, FixtureCache cache, RunAs runAs) throws IOException {
        return new PostgresServer(spec, PostgresPrograms.find(spec, cache), runAs);
    }

    /** Where the programs are from. */
    public String origin() {
        return "PostgreSQL of " + programs.origin();
    }

    /** Its data, from the cache, made first if it is not there. */
    public CachedFixture data(String id, FixtureCache cache) throws IOException {
        MadeSource source = new MadeSource(new PostgresData(spec, programs, runAs));
        return cache.require(new FixtureSpec(id, source, null, false, 0, SeedMode.COPY));
    }

    /** What starts it on a copy of its data. */
    public List<String> command(String data, String port) {
        List<String> command = new ArrayList<>(runAs.prefix(data));
        command.addAll(List.of(programs.server(), "-D", data, "-p", port));
        return command;
    }

    /** Where the password of this data is. */
    public Path passwordFile(Path data) {
        return data.resolve(PostgresData.PASSWORD_FILE);
    }
}
