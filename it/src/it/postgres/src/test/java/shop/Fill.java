package shop;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;

/** Fills the database once, before any fork has a copy of it. This could be Flyway or Liquibase. */
public final class Fill {
    private static final int PURCHASES = 500;

    private Fill() {}

    public static void main(String[] arguments) throws Exception {
        try (Connection database = DriverManager.getConnection(
                        System.getenv("ISOLATION_JDBC_URL"),
                        System.getenv("ISOLATION_USER"),
                        System.getenv("ISOLATION_PASSWORD"));
                PreparedStatement insert =
                        database.prepareStatement("insert into purchase values (?, 1 + ? % 2, 'pen')")) {
            for (int id = 1; id <= PURCHASES; id++) {
                insert.setInt(1, id);
                insert.setInt(2, id);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
