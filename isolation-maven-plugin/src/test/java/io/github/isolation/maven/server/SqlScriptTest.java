package io.github.isolation.maven.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts are divided where PostgreSQL would divide them. */
final class SqlScriptTest {
    @TempDir
    private Path directory;

    static Stream<Arguments> scripts() {
        return Stream.of(
                Arguments.of("select 1; select 2", List.of("select 1", "select 2")),
                Arguments.of("select 1;\n\n;;\n", List.of("select 1")),
                Arguments.of("", List.of()),
                Arguments.of("select ';';select 2;", List.of("select ';'", "select 2")),
                Arguments.of("select 'it''s;';select 2;", List.of("select 'it''s;'", "select 2")),
                Arguments.of("select '\\';select 2;", List.of("select '\\'", "select 2")),
                Arguments.of("select E'\\';''\\';';select 2;", List.of("select E'\\';''\\';'", "select 2")),
                Arguments.of("select date'\\';select 2;", List.of("select date'\\'", "select 2")),
                Arguments.of("select 1 as \"a;\"\"b\";select 2;", List.of("select 1 as \"a;\"\"b\"", "select 2")),
                Arguments.of("select $$a;'b$$;select 2;", List.of("select $$a;'b$$", "select 2")),
                Arguments.of("select $x$a;$$;$x$;select 2;", List.of("select $x$a;$$;$x$", "select 2")),
                Arguments.of("select $1;select a$b;select $2", List.of("select $1", "select a$b", "select $2")),
                Arguments.of("select 1 -- not;\n;select 2;", List.of("select 1", "select 2")),
                Arguments.of("a/* /* ; */ ' */b;select 2;", List.of("a b", "select 2")),
                Arguments.of("-- only a comment\n/* and\n another; */", List.of()),
                Arguments.of("select '--', '/*';select 2", List.of("select '--', '/*'", "select 2")),
                Arguments.of(
                        "create rule r as on insert to t do also (select 1; select 2);select 3;",
                        List.of("create rule r as on insert to t do also (select 1; select 2)", "select 3")),
                Arguments.of(
                        "create or replace function f() returns int begin atomic select case when true then 1 else 2 end;"
                                + " select 1; end;select 2;",
                        List.of(
                                "create or replace function f() returns int begin atomic select case when true then 1"
                                        + " else 2 end; select 1; end",
                                "select 2")),
                Arguments.of(
                        "begin;insert into t values (1);end;", List.of("begin", "insert into t values (1)", "end")),
                Arguments.of(
                        "create table t (a int);begin;select 1;",
                        List.of("create table t (a int)", "begin", "select 1")),
                Arguments.of("\\restrict abc\nselect 1;\n\\unrestrict abc\n", List.of("select 1")),
                Arguments.of(
                        "--\n-- Data\n--\n\nCOPY public.t (a, b) FROM stdin;\n1\t;x\n2\t\\N\n\\.\n\n\nselect 2;",
                        List.of("COPY public.t (a, b) FROM stdin <1\t;x\n2\t\\N\n>", "select 2")),
                Arguments.of("copy t from stdin;\n\\.\nselect 2;", List.of("copy t from stdin <>", "select 2")),
                Arguments.of("copy t to stdout;select 2;", List.of("copy t to stdout", "select 2")),
                Arguments.of("copy t from '/f';select 2;", List.of("copy t from '/f'", "select 2")));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void statementsEndWhereTheyEnd(String script, List<String> statements) throws IOException {
        assertEquals(statements, run(script));
    }

    @Test
    void statementOfSeveralLinesKeepsThem() throws IOException {
        assertEquals(List.of("create table t\n(\n  a int\n)"), run("\ncreate table t\n(\n  a int\n);\n"));
    }

    /** Rows that nobody read must not be taken for statements. */
    @Test
    void dataThatWasNotReadIsPassedOver() throws IOException {
        List<String> seen = new ArrayList<>();
        SqlScript.run(file("copy t from stdin;\nselect 1;\n\\.\nselect 2;"), new SqlScript.Target() {
            @Override
            public void execute(String sql) {
                seen.add(sql.strip());
            }

            @Override
            public void copy(String sql, Reader data) {
                // Reads nothing.
            }
        });
        assertEquals(List.of("select 2"), seen);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("select 1;\n  \\connect shop\n", "dump.sql:2: '\\connect' is a command of psql"),
                Arguments.of("select 1;\n\nselect 'a;\n", "dump.sql:3: quotes or a comment"),
                Arguments.of("/* a;\n", "dump.sql:1: quotes or a comment"),
                Arguments.of("\ncopy t from stdin;\n1\n", "dump.sql:2: its data does not end"),
                Arguments.of("select 1;\n\n-- so\nselect\n wrong;\n", "dump.sql:4: no column \"wrong\""));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void errorNamesFileAndLine(String script, String message) {
        String said = assertThrows(IOException.class, () -> run(script)).getMessage();
        assertTrue(said.contains(message), said);
    }

    @Test
    void otherEncodingIsAnError() throws IOException {
        Path file = Files.write(directory.resolve("latin.sql"), "select 'é'".getBytes(StandardCharsets.ISO_8859_1));
        String said =
                assertThrows(IOException.class, () -> SqlScript.run(file, null)).getMessage();
        assertTrue(said.contains("latin.sql is not UTF-8"), said);
    }

    private List<String> run(String script) throws IOException {
        List<String> seen = new ArrayList<>();
        SqlScript.run(file(script), new SqlScript.Target() {
            @Override
            public void execute(String sql) throws IOException {
                if (sql.contains("wrong")) {
                    throw new IOException("no column \"wrong\"");
                }
                seen.add(sql.strip());
            }

            @Override
            public void copy(String sql, Reader data) throws IOException {
                StringWriter rows = new StringWriter();
                new BufferedReader(data).transferTo(rows);
                seen.add(sql.strip() + " <" + rows + ">");
            }
        });
        return seen;
    }

    private Path file(String script) throws IOException {
        return Files.writeString(directory.resolve("dump.sql"), script);
    }
}
