package newsletter.endtoend.bench;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import newsletter.devstack.engine.Ports;
import newsletter.devstack.engine.Scratch;
import newsletter.devstack.kafka.DevKafka;
import newsletter.devstack.postgres.Database;
import newsletter.devstack.postgres.DevPostgres;
import newsletter.devstack.postgres.EmbeddedPostgresServer;
import newsletter.endtoend.world.Service;
import newsletter.endtoend.world.ServiceProcess;
import newsletter.personaldata.DevelopmentKeysets;

/**
 * The packaged public site on a PostgreSQL whose commits survive a power cut, and a
 * broker. All of it listens on this machine alone, and ends with this process.
 */
final class Site {

    /** As many as a city would get: the service's own default. */
    static final int CONNECTIONS = 10;

    private static final String HOST = "127.0.0.1";

    private final Path data = Scratch.folder("bench-postgres");

    private final int postgresPort = Ports.free();

    private final DevPostgres postgres = new DevPostgres(new EmbeddedPostgresServer(this.data, this.postgresPort, true),
            HOST, this.postgresPort);

    private final DevKafka kafka = DevKafka.shared();

    private final Path keys = Path.of("target", "bench-keys").toAbsolutePath();

    private final Database database;

    private final ServiceProcess service;

    Site(List<String> javaOptions) throws SQLException {
        DevelopmentKeysets.write(this.keys);
        this.postgres.start();
        this.database = this.postgres.database("subscription");
        this.service = new ServiceProcess(Service.SUBSCRIPTION, "bench-subscription-service", javaOptions,
                environment());
    }

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("NEWSLETTER_DEVELOPMENT", "true");
        environment.put("SERVER_ADDRESS", HOST);
        environment.put("SERVER_PORT", Integer.toString(Ports.free()));
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(Ports.free()));
        environment.put("SPRING_DATASOURCE_URL", this.database.url());
        environment.put("SPRING_DATASOURCE_USERNAME", this.database.user());
        environment.put("SPRING_DATASOURCE_PASSWORD", this.database.password());
        environment.put("SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE", Integer.toString(CONNECTIONS));
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", this.kafka.bootstrapServers());
        for (String key : List.of("address", "tags", "suppressions", "links", "forms", "receipts")) {
            environment.put("KEYS_" + key.toUpperCase(Locale.ROOT), this.keys.resolve(key + ".json").toString());
        }
        // One network, whose people need no second to fill in a form. The limits are
        // there and are counted; they are only high.
        environment.put("ABUSE_NETWORK_FORMS", "100000000");
        environment.put("ABUSE_EVERYWHERE_FORMS", "100000000");
        environment.put("SURGE_FORMS", "100000000");
        environment.put("SIGNUP_MINIMUMFILLTIME", "0s");
        environment.put("MAILDOMAIN_ASK", "false");
        return environment;
    }

    void start() {
        this.service.start().awaitHealth();
    }

    void stop() {
        this.service.stop();
    }

    /** How long processors have worked for the site so far. */
    Duration processorTime() {
        return this.service.processorTime();
    }

    URI uri() {
        return this.service.uri();
    }

    Database database() {
        return this.database;
    }

    /** Another like the site's, as it is now. The site must not be running. */
    Database copy(String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(this.database.url().replaceFirst("[^/]+$", "postgres"),
                "postgres", "postgres"); var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE %s TEMPLATE subscription STRATEGY file_copy".formatted(name));
        }
        return new Database(this.database.url().replaceFirst("[^/]+$", name), this.database.user(),
                this.database.password());
    }

    void drop(Database copy) throws SQLException {
        try (Connection connection = superuser(); var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + copy.url().replaceFirst(".*/", ""));
        }
    }

    String brokers() {
        return this.kafka.bootstrapServers();
    }

    Path keys() {
        return this.keys;
    }

    /** For what only a superuser may: seeding without checks, and the log. */
    Connection superuser() throws SQLException {
        return DriverManager.getConnection(this.database.url(), "postgres", "postgres");
    }

    /** Has PostgreSQL write down what it is sent. The site must not be running. */
    void logStatements(boolean on) throws SQLException {
        try (Connection connection = superuser(); var statement = connection.createStatement()) {
            if (on) {
                statement.execute("ALTER SYSTEM SET logging_collector = on");
                statement.execute("ALTER SYSTEM SET log_destination = 'jsonlog'");
                statement.execute("ALTER SYSTEM SET log_directory = 'log'");
                statement.execute("ALTER DATABASE subscription SET log_statement = 'all'");
            }
            else {
                statement.execute("ALTER SYSTEM RESET logging_collector");
                statement.execute("ALTER SYSTEM RESET log_destination");
                statement.execute("ALTER DATABASE subscription RESET log_statement");
            }
        }
        this.postgres.stop();
        this.postgres.start();
    }

    Recording recording() {
        return Recording.read(this.data.resolve("log"));
    }

    void end() {
        this.postgres.stop();
    }

}
