package shop;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The database of this fork; or, to see what that is good for, the one that the first fork has, for all of them. */
final class Database implements AutoCloseable {
    private final Connection connection;

    private Database(Connection connection) {
        this.connection = connection;
    }

    static Database open() throws Exception {
        return new Database(
                Boolean.getBoolean("shop.shared")
                        ? DriverManager.getConnection(ofAll())
                        : DriverManager.getConnection(System.getProperty("jdbc.url")));
    }

    private static String ofAll() throws Exception {
        String url = System.getProperty("jdbc.url");
        Path file = Path.of("target", "shared-url");
        Path draft = Files.writeString(
                Path.of("target", "shared-url-" + ProcessHandle.current().pid()), url);
        draft.toFile().setReadable(false, false);
        draft.toFile().setReadable(true, true);
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            return Files.readString(file);
        }
        return url;
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
