package org.gongkai.ingest.database;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.math.NumberUtils;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.json.JsonRows;
import org.gongkai.ingest.mapper.RecordMapper;
import org.gongkai.ingest.mapper.SourceRecord;
import org.gongkai.ingest.mapper.SourceRecord.Field;
import org.gongkai.ingest.mapper.SourceRecord.Rank;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceHandler;
import org.gongkai.ingest.table.NamedRows;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a query, one at a time: nothing but the row at hand is kept in memory. */
public final class JdbcSource {

    private static final int ROWS_AT_ONCE = 500;

    private final Mapping.Jdbc database;
    private final Limits limits;
    private final RecordMapper mapper;
    private final Location origin;

    public JdbcSource(Mapping.Jdbc database, Limits limits, RecordMapper mapper) {
        this.database = database;
        this.limits = limits;
        this.mapper = mapper;
        // Parameters of the address are nobody's business in a report.
        this.origin = Location.of(StringUtils.substringBefore(StringUtils.substringBefore(database.url(), "?"), ";"));
    }

    /** The name by which reports call the database: its address without parameters. */
    public String name() {
        return origin.source();
    }

    /** Reads the rows and hands each on; answers false when they could not be asked for. */
    public boolean read(UnaryOperator<@Nullable String> environment, JsonRows.Taker taker, SourceHandler handler) {
        return ask(environment, handler, rows -> read(rows, taker, handler));
    }

    /** Takes rows that are documents. */
    public JsonRows.Taker documents(SourceHandler handler) {
        return new JsonRows.Taker() {
            @Override
            public void row(int number, List<NamedRows.Value> values) {
                handler.record(mapper.map(document(number, values)));
            }

            @Override
            public void record() {}
        };
    }

    private interface Reading {
        void of(ResultSet rows) throws SQLException, IOException;
    }

    private boolean ask(UnaryOperator<@Nullable String> environment, SourceHandler handler, Reading reading) {
        try {
            Properties login = new Properties();
            if (!login(login, "user", database.userVariable(), environment, handler)
                    || !login(login, "password", database.passwordVariable(), environment, handler)) {
                return false;
            }
            try (Connection connection = DriverManager.getConnection(database.url(), login)) {
                askForReadOnly(connection);
                // PostgreSQL's driver streams only inside a transaction.
                connection.setAutoCommit(false);
                try (Statement statement =
                        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
                    statement.setFetchSize(rowsAtOnce());
                    try (ResultSet rows = statement.executeQuery(database.query())) {
                        reading.of(rows);
                    }
                } finally {
                    connection.rollback();
                }
            }
            return true;
        } catch (SQLException | IOException failed) {
            handler.problem(new SourceProblem(
                    "source.database.unreadable",
                    origin,
                    StringUtils.substringBefore(failed.getMessage(), "\n"),
                    null));
            return false;
        }
    }

    /** A hint to the driver, and no more: nothing is written, and the transaction is rolled back at the end. */
    private static void askForReadOnly(Connection connection) {
        try {
            connection.setReadOnly(true);
        } catch (SQLException refused) {
            // SQLite's driver wants to be told before it connects and throws when asked later.
            return;
        }
    }

    private boolean login(
            Properties login,
            String property,
            @Nullable String variable,
            UnaryOperator<@Nullable String> environment,
            SourceHandler handler) {
        String value = variable == null ? null : environment.apply(variable);
        if (value != null) {
            login.setProperty(property, value);
        } else if (variable != null) {
            handler.problem(new SourceProblem("source.database.variableMissing", origin, variable, null));
            return false;
        }
        return true;
    }

    /** MySQL's driver streams only when asked by this number, and reads everything into memory otherwise. */
    private int rowsAtOnce() {
        return database.url().startsWith("jdbc:mysql:") ? Integer.MIN_VALUE : ROWS_AT_ONCE;
    }

    private SourceRecord document(int number, List<NamedRows.Value> values) {
        Location place = origin.atRow(number);
        List<Field> fields = new ArrayList<>();
        ObjectNode text = JsonNodeFactory.instance.objectNode();
        for (NamedRows.Value each : values) {
            String label = each.name().get(0);
            fields.add(new Field(place.at(label, each.place()), label, each.text(), Rank.CELL, null, null));
            text.put(text.has(label) ? label + '#' + each.place() : label, each.text());
        }
        RawForm raw = new RawForm.Row(origin.source(), number, text.toString());
        return new SourceRecord(place, fields, List.of(), raw, List.of());
    }

    private void read(ResultSet rows, JsonRows.Taker taker, SourceHandler handler) throws SQLException, IOException {
        ResultSetMetaData columns = rows.getMetaData();
        for (int number = 1; rows.next(); number++) {
            if (number > limits.maxRows()) {
                handler.problem(
                        new SourceProblem("source.limit.reached", origin.atRow(number), null, "≤ " + limits.maxRows()));
                return;
            }
            List<NamedRows.Value> values = new ArrayList<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                String text = value(rows, i, columns.getColumnType(i));
                values.add(new NamedRows.Value(List.of(columns.getColumnLabel(i)), i, text));
            }
            taker.row(number, values);
        }
    }

    /** The value as text, empty for null; one character more than allowed is read, so that the mapper sees the cut. */
    private String value(ResultSet rows, int column, int type) throws SQLException, IOException {
        switch (type) {
            case Types.CLOB, Types.NCLOB, Types.LONGVARCHAR, Types.LONGNVARCHAR, Types.SQLXML -> {
                try (Reader reader = type == Types.NCLOB || type == Types.LONGNVARCHAR
                        ? rows.getNCharacterStream(column)
                        : rows.getCharacterStream(column)) {
                    return reader == null ? "" : text(reader);
                }
            }
            case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> {
                try (var stream = rows.getBinaryStream(column)) {
                    return stream == null
                            ? ""
                            : HexFormat.of().formatHex(stream.readNBytes(limits.maxCellLength() / 2 + 1));
                }
            }
            case Types.DOUBLE, Types.FLOAT, Types.REAL -> {
                return plain(StringUtils.defaultString(rows.getString(column)));
            }
            default -> {
                return StringUtils.defaultString(rows.getString(column));
            }
        }
    }

    /** A number without an exponent, as a person writes it. */
    private static String plain(String number) {
        return NumberUtils.isCreatable(number) ? new BigDecimal(number).toPlainString() : number;
    }

    private String text(Reader reader) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] part = new char[8192];
        for (int count = reader.read(part);
                count >= 0 && text.length() <= limits.maxCellLength();
                count = reader.read(part)) {
            text.append(part, 0, count);
        }
        return StringUtils.truncate(text.toString(), limits.maxCellLength() + 1);
    }
}
