package dev.ramah.conversation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Many rows in one statement: each column travels as one array, and {@code unnest} makes rows of them again. The
 * statement has the same text for one row and for two hundred, so it is parsed and planned once.
 */
final class Columns<T> {

    /** A column, its type in PostgreSQL, and what a row has there. */
    record Column<T>(String name, String type, Function<T, @Nullable Object> value) {}

    private final List<Column<T>> columns;

    Columns(List<Column<T>> columns) {
        this.columns = columns;
    }

    static <T> Column<T> column(String name, String type, Function<T, @Nullable Object> value) {
        return new Column<>(name, type, value);
    }

    /** {@code a, b, c} */
    String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** {@code a = n.a, b = n.b}, for all but the first, by which the row is found. */
    String assignments(String from) {
        return columns.stream()
                .skip(1)
                .map(each -> each.name() + " = " + from + "." + each.name())
                .collect(Collectors.joining(", "));
    }

    /** {@code unnest(?::uuid[], ?::int4[])} */
    String unnest() {
        return columns.stream()
                .map(each -> "?::" + each.type() + "[]")
                .collect(Collectors.joining(", ", "unnest(", ")"));
    }

    /** Fills the statement's parameters from this one on; returns the next. */
    int bind(Connection connection, PreparedStatement statement, int from, List<T> rows) throws SQLException {
        int parameter = from;
        for (Column<T> column : columns) {
            Object[] values = rows.stream().map(column.value()).toArray();
            statement.setArray(parameter++, connection.createArrayOf(column.type(), values));
        }
        return parameter;
    }
}
