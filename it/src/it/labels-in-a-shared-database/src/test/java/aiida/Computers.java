package aiida;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The computers of a database that many use at once; a label is there once. */
final class Computers implements AutoCloseable {
    private final Connection connection;

    Computers() throws SQLException {
        connection =
                DriverManager.getConnection(System.getProperty("db", "jdbc:h2:mem:ide;DB_CLOSE_DELAY=-1"), "sa", "");
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS computer (label VARCHAR(255) UNIQUE, hostname VARCHAR(255))");
        }
    }

    void add(String label, String hostname) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO computer VALUES (?, ?)")) {
            insert.setString(1, label);
            insert.setString(2, hostname);
            insert.execute();
        }
    }

    void remove(String label) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM computer WHERE label = ?")) {
            delete.setString(1, label);
            delete.execute();
        }
    }

    /** What a user would see of one of them. */
    String show(String label) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM computer WHERE label = ?")) {
            select.setString(1, label);
            try (ResultSet row = select.executeQuery()) {
                List<String> lines = new ArrayList<>();
                while (row.next()) {
                    lines.add("label    " + row.getString(1));
                    lines.add("host     " + row.getString(2));
                    lines.add("work dir /scratch/" + row.getString(1) + "_run/001");
                    lines.add("title    " + row.getString(1).toUpperCase(java.util.Locale.ROOT));
                }
                return String.join("\n", lines) + "\n";
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
