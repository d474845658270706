package io.github.isolation.queue;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Statements of one connection. */
record Sql(Connection connection) {
    PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        bind(statement, values);
        return statement;
    }

    static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        }
    }

    boolean isTrue(String sql) throws SQLException {
        try (PreparedStatement statement = prepare(sql);
                ResultSet found = statement.executeQuery()) {
            return found.next() && found.getBoolean(1);
        }
    }

    long number(String sql, Object... values) throws SQLException {
        return numbers(sql, values).get(0);
    }

    List<Long> numbers(String sql, Object... values) throws SQLException {
        List<Long> all = new ArrayList<>();
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                all.add(found.getLong(1));
            }
        }
        return all;
    }

    List<String> texts(String sql, Object... values) throws SQLException {
        List<String> all = new ArrayList<>();
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                all.add(found.getString(1));
            }
        }
        return all;
    }

    Array array(Collection<Long> numbers) throws SQLException {
        return connection.createArrayOf("bigint", numbers.toArray());
    }
}
