package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each class finds the database as it was made, and leaves it in ruins. */
abstract class ShopContract {
    @Test
    void databaseIsAsItWasMade() throws Exception {
        try (Database database = Database.open()) {
            assertEquals(2, database.number("select count(*) from customer"));
            assertEquals(500, database.number("select total()"));
            assertEquals(1000, database.number("select nextval('receipt')"));
            assertEquals(5, database.number("select rolconnlimit from pg_roles where rolname = 'clerk'"));

            database.run("insert into customer values (3, 'carl@example.org')");
            database.run("select setval('receipt', 7)");
            database.run("alter role clerk connection limit 0");
            database.run("create role auditor login password 'secret'");
            database.run("create database archive");
            database.run("drop function total");
            database.run("drop table purchase");
        }
        assertNobodyIsToldThePassword();
    }

    /** Everybody on a machine can read command lines. */
    private static void assertNobodyIsToldThePassword() throws IOException {
        Matcher password = Pattern.compile("password=(\\w+)").matcher(System.getProperty("jdbc.url"));
        assertEquals(true, password.find());
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                String line;
                try {
                    line = new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.ISO_8859_1);
                } catch (IOException e) {
                    continue; // it is over
                }
                assertFalse(line.contains(password.group(1)), () -> process + " tells the password");
            }
        }
    }
}
