package dev.ramah.conversation;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** {@code a = n.a, b = n.b} */
    String assignments(String from) {
        return columns.stream()
                .map(each -> each.name() + " = " + from + "." + each.name())
                .collect(Collectors.joining(", "));
    }

    /** {@code unnest(?::uuid[], ?::int4[])} */
    String unnest() {
        return columns.stream()
                .map(each -> "?::" + each.type() + "[]")
                .collect(Collectors.joining(", ", "unnest(", ")"));
    }

    int indexOf(String name) {
        return columns.stream().map(Column::name).toList().indexOf(name);
    }

    /** Those of these places. */
    Columns<T> only(BitSet places) {
        return new Columns<>(places.stream().mapToObj(columns::get).toList());
    }

    List<@Nullable Object> values(T row) {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        columns.forEach(each -> values.add(each.value().apply(row)));
        return values;
    }

    /** Marks the places where a row is not what it was. */
    void markChanges(List<@Nullable Object> before, T row, BitSet places) {
        for (int i = 0; i < columns.size(); i++) {
            if (!Objects.equals(before.get(i), columns.get(i).value().apply(row))) {
                places.set(i);
            }
        }
    }

    /** These, and then those. */
    Columns<T> and(Columns<T> others) {
        return new Columns<>(
                Stream.concat(columns.stream(), others.columns.stream()).toList());
    }

    /** Fills the statement's parameters from this one on; returns the next. */
    int bind(PreparedStatement statement, int from, List<T> rows) throws SQLException {
        int parameter = from;
        for (Column<T> column : columns) {
            statement.setObject(parameter++, array(column, rows), Types.OTHER);
        }
        return parameter;
    }

    /** As PostgreSQL writes an array; the driver's own way asks for the type first and took a quarter of the writer. */
    private static <T> String array(Column<T> column, List<T> rows) {
        StringBuilder array = new StringBuilder(2 + 40 * rows.size()).append('{');
        for (T row : rows) {
            if (array.length() > 1) {
                array.append(',');
            }
            Object value = column.value().apply(row);
            if (value instanceof String text) {
                quote(array, text);
            } else {
                // Numbers, ids, times and truth have nothing to quote; null is the word for itself.
                array.append(value);
            }
        }
        return array.append('}').toString();
    }

    private static void quote(StringBuilder to, String text) {
        to.append('"');
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '"' || each == '\\') {
                to.append('\\');
            }
            to.append(each);
        }
        to.append('"');
    }
}
