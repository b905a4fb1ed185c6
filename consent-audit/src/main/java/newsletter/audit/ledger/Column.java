package newsletter.audit.ledger;

import java.util.Collection;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * A column of many rows, as one parameter: thousands of rows are added by one statement.
 */
public final class Column {

    private Column() {
    }

    public static <T> SqlArrayValue of(String type, Collection<T> rows, Function<T, @Nullable Object> value) {
        return new SqlArrayValue(type, rows.stream().map(value).toArray());
    }

    /** The driver takes bytes only in an array of their own type. */
    public static <T> SqlArrayValue ofBytes(Collection<T> rows, Function<T, byte[]> value) {
        return new SqlArrayValue("bytea", (Object[]) rows.stream().map(value).toArray(byte[][]::new));
    }

}
