package newsletter.devstack.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;

import newsletter.devstack.engine.Engine;
import newsletter.devstack.engine.Ports;
import newsletter.devstack.engine.Scratch;
import newsletter.devstack.engine.Server;

/**
 * A PostgreSQL 18 for tests, one per process. It can be stopped and started again; data
 * and port stay.
 */
public final class DevPostgres {

    private final Server server;

    private final String host;

    private final int port;

    private final AtomicInteger databases = new AtomicInteger();

    /** A server that listens, or will listen, at the given port. */
    public DevPostgres(Server server, String host, int port) {
        this.server = server;
        this.host = host;
        this.port = port;
    }

    /** The one of this process, started on first use, gone when the process is. */
    public static DevPostgres shared() {
        return Shared.POSTGRES;
    }

    /**
     * A database that did not exist before, with an owner of its own.
     * @param prefix lower-case letters; a number is added
     */
    public Database newDatabase(String prefix) {
        return database(prefix + "_" + databases.incrementAndGet());
    }

    /** The database of this name, made with its owner unless it exists. */
    public Database database(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,50}")) {
            throw new IllegalArgumentException("not a plain lower-case name: " + name);
        }
        try (var connection = DriverManager.getConnection(url("postgres"), "postgres", "postgres");
                var statement = connection.createStatement()) {
            if (!exists(connection, name)) {
                statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(name, name));
                statement.execute("CREATE DATABASE %s OWNER %s".formatted(name, name));
            }
        }
        catch (SQLException ex) {
            throw new IllegalStateException("could not make database " + name, ex);
        }
        return new Database(url(name), name, name);
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (var query = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, name);
            try (var found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    /** Until {@link #start()} nobody answers. Connections are cut. */
    public void stop() {
        server.stop();
    }

    /** Returns when it answers. */
    public void start() {
        server.start();
        Awaitility.await("PostgreSQL to answer").atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            try (var connection = DriverManager.getConnection(url("postgres"), "postgres", "postgres")) {
                return connection.isValid(1);
            }
        });
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    private String url(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }

    /** Started on first use. */
    private static final class Shared {

        static final DevPostgres POSTGRES = startNew();

        private static DevPostgres startNew() {
            int port = Ports.free();
            Server server = switch (Engine.chosen()) {
                case EMBEDDED -> new EmbeddedPostgresServer(Scratch.folder("postgres"), port, false);
                case CONTAINERS -> new PostgresContainerServer(port);
            };
            var postgres = new DevPostgres(server, Engine.chosen().host(), port);
            postgres.start();
            return postgres;
        }

    }

}
