package shop;

import io.github.isolation.Isolation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The database of customers. The first use boots it in this JVM, and Derby lets no other JVM boot the same one then. */
final class Customers implements AutoCloseable {

    private final Connection connection;

    Customers() throws SQLException {
        Path customers = Isolation.fixture("customers");
        System.setProperty(
                "derby.stream.error.file", customers.resolve("derby.log").toString());
        connection = DriverManager.getConnection("jdbc:derby:" + customers.resolve("database"));
    }

    int number(String query) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getInt(1);
        }
    }

    List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                texts.add(result.getString(1));
            }
        }
        return texts;
    }

    int update(String change) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(change);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
