package org.camundaflows.engine;

import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/** Looks into the engine's tables, past its interfaces. */
public final class Database {

    private final DataSource source;

    public Database(DataSource source) {
        this.source = source;
    }

    /** The rows of all tables of the engine whose names begin so, as text; bytes are read as text, too. */
    public List<String> rows(String prefix) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = source.getConnection()) {
            for (String table : tables(connection, prefix)) {
                try (ResultSet result = connection.createStatement().executeQuery("select * from " + table)) {
                    while (result.next()) {
                        rows.add(table + row(result));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    private static List<String> tables(Connection connection, String prefix) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet result =
                connection.getMetaData().getTables(null, null, null, new String[] {"TABLE", "BASE TABLE"})) {
            while (result.next()) {
                String name = result.getString("TABLE_NAME");
                if (name.toUpperCase(Locale.ROOT).startsWith(prefix)) {
                    tables.add(name);
                }
            }
        }
        return tables;
    }

    private static String row(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Object value = result.getObject(i);
            String text = !(value instanceof byte[]) && !(value instanceof Blob)
                    ? String.valueOf(value)
                    : new String(result.getBytes(i), StandardCharsets.UTF_8);
            row.append(' ').append(columns.getColumnName(i)).append('=').append(text);
        }
        return row.toString();
    }
}
