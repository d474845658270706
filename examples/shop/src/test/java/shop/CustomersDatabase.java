package shop;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Generates the database of customers the tests ask about: a program that is run once, however many forks there are. */
public final class CustomersDatabase {

    /** What a customer may have written, and the language it is in. */
    record Letter(String language, String text) {}

    static final List<Letter> LETTERS = List.of(
            new Letter("eng", "My order has not arrived yet, could you please tell me where the parcel is?"),
            new Letter(
                    "deu", "Meine Bestellung ist noch nicht angekommen, können Sie mir bitte sagen, wo das Paket ist?"),
            new Letter("fra", "Ma commande n'est pas encore arrivée, pourriez-vous me dire où se trouve le colis ?"),
            new Letter("spa", "Mi pedido todavía no ha llegado, ¿podrían decirme dónde se encuentra el paquete?"),
            new Letter("ita", "Il mio ordine non è ancora arrivato, potete dirmi per favore dove si trova il pacco?"));

    private CustomersDatabase() {}

    /** Arguments: how many customers, and last the directory to fill. */
    public static void main(String[] args) throws SQLException {
        int customers = Integer.parseInt(args[0]);
        Path target = Path.of(args[args.length - 1]);
        System.setProperty(
                "derby.stream.error.file", target.resolve("derby.log").toString());
        String url = "jdbc:derby:" + target.resolve("database");
        try (Connection connection = DriverManager.getConnection(url + ";create=true")) {
            fill(connection, customers);
        }
        shutDown(url);
    }

    private static void fill(Connection connection, int customers) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE customer (id INT PRIMARY KEY, name VARCHAR(40) NOT NULL,"
                    + " language CHAR(3) NOT NULL, letter VARCHAR(200) NOT NULL, spent INT NOT NULL)");
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO customer VALUES (?, ?, ?, ?, ?)")) {
            for (int id = 1; id <= customers; id++) {
                Letter letter = LETTERS.get(id % LETTERS.size());
                insert.setInt(1, id);
                insert.setString(2, "Customer " + id);
                insert.setString(3, letter.language());
                insert.setString(4, letter.text());
                insert.setInt(5, id % 100);
                insert.addBatch();
                if (id % 1_000 == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        connection.commit();
    }

    /** Derby says "it is down" with an exception; without it the database would need a recovery when next opened. */
    private static void shutDown(String url) throws SQLException {
        try (Connection stillUp = DriverManager.getConnection(url + ";shutdown=true")) {
            throw new IllegalStateException(url + " did not shut down: " + stillUp);
        } catch (SQLException answer) {
            if (!"08006".equals(answer.getSQLState())) {
                throw answer;
            }
        }
    }
}
