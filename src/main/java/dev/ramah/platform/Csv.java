package dev.ramah.platform;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table as text (RFC 4180), which a spreadsheet opens without running anything in it. */
public final class Csv {

    public static final String TYPE = "text/csv;charset=UTF-8";

    /** For whoever asks for it; those who take anything get JSON. */
    public static final String ON_REQUEST = "text/csv;qs=0.5";

    private static final String END = "\r\n";

    /**
     * With these a spreadsheet takes a text for a formula, the wide forms too in some languages (OWASP, "CSV
     * Injection").
     */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private Csv() {}

    /** Null is an empty cell. Numbers are written as they are; only texts can be formulas. */
    public static String of(List<String> columns, List<? extends List<? extends @Nullable Object>> rows) {
        StringBuilder csv = new StringBuilder(line(columns));
        rows.forEach(each -> csv.append(line(each)));
        return csv.toString();
    }

    private static String line(List<? extends @Nullable Object> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", END));
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Number ? value.toString() : quoted(defused(value.toString()));
    }

    private static String defused(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(each -> each == ',' || each == '"' || each == '\r' || each == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
