package newsletter.endtoend.bench;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import newsletter.devstack.postgres.Database;
import newsletter.endtoend.bench.Load.Worker;

/**
 * PostgreSQL alone: the recorded statements of one person, sent again for many, over as
 * many connections as the site has, with nothing between. What names the person is made
 * anew for each, and is the same in all that is done for them.
 */
final class Replay {

    private static final Pattern NAMES = Pattern
        .compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\\\x[0-9a-f]{40,}|[0-9A-Z]{4}(-[0-9A-Z]{4}){2}");

    private static final String RECEIPT_CHARACTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;

    private Replay(Database database) {
        this.database = database;
    }

    static Replay on(Database database) {
        return new Replay(database);
    }

    /** Does this for people who come and go through these queues. */
    Load.Workers each(List<Recording.Statement> transaction, People from, People to) {
        return () -> new One(connect(), transaction, from, to);
    }

    private Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(this.database.url(), this.database.user(),
                this.database.password());
        connection.setAutoCommit(false);
        return connection;
    }

    /** Those for whom something can be done next, each with their names. */
    static final class People {

        private final ConcurrentLinkedQueue<Map<String, String>> waiting = new ConcurrentLinkedQueue<>();

        private final boolean endless;

        private People(boolean endless) {
            this.endless = endless;
        }

        /** Whoever comes is new. */
        static People strangers() {
            return new People(true);
        }

        /** Nobody yet. */
        static People none() {
            return new People(false);
        }

        private @Nullable Map<String, String> next() {
            return this.endless ? new HashMap<>() : this.waiting.poll();
        }

        private void add(Map<String, String> names) {
            if (!this.endless) {
                this.waiting.add(names);
            }
        }

    }

    /** One connection. */
    private static final class One implements Worker {

        private final Connection connection;

        private final List<Recording.Statement> transaction;

        private final List<PreparedStatement> prepared = new ArrayList<>();

        private final People from;

        private final People to;

        One(Connection connection, List<Recording.Statement> transaction, People from, People to) throws SQLException {
            this.connection = connection;
            this.transaction = transaction;
            this.from = from;
            this.to = to;
            for (Recording.Statement statement : transaction) {
                this.prepared.add(connection.prepareStatement(statement.sql()));
            }
        }

        @Override
        public long work() throws SQLException {
            Map<String, String> names = this.from.next();
            if (names == null) {
                return NOTHING;
            }
            long start = System.nanoTime();
            for (int at = 0; at < this.prepared.size(); at++) {
                execute(this.prepared.get(at), this.transaction.get(at).parameters(), names);
            }
            this.connection.commit();
            long took = System.nanoTime() - start;
            this.to.add(names);
            return took;
        }

        private static void execute(PreparedStatement statement, List<@Nullable String> parameters,
                Map<String, String> names) throws SQLException {
            int number = 0;
            for (String parameter : parameters) {
                // Of whatever type the statement wants there.
                statement.setObject(++number, own(parameter, names), Types.OTHER);
            }
            statement.execute();
        }

        private static @Nullable String own(@Nullable String parameter, Map<String, String> names) {
            if (parameter == null || !NAMES.matcher(parameter).matches()) {
                return parameter;
            }
            return names.computeIfAbsent(parameter, Replay::another);
        }

        @Override
        public void close() throws SQLException {
            this.connection.close();
        }

    }

    /** Of the same kind and length. */
    private static String another(String name) {
        if (name.startsWith("\\x")) {
            byte[] bytes = new byte[(name.length() - 2) / 2];
            RANDOM.nextBytes(bytes);
            return "\\x" + HexFormat.of().formatHex(bytes);
        }
        if (name.length() == 36) {
            return UUID.randomUUID().toString();
        }
        var receipt = new StringBuilder();
        for (int at = 0; at < name.length(); at++) {
            receipt.append((name.charAt(at) == '-') ? '-'
                    : RECEIPT_CHARACTERS.charAt(RANDOM.nextInt(RECEIPT_CHARACTERS.length())));
        }
        return receipt.toString();
    }

}
