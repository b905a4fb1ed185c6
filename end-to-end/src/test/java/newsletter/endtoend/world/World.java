package newsletter.endtoend.world;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

import org.awaitility.Awaitility;

import newsletter.devstack.engine.Ports;
import newsletter.devstack.kafka.DevKafka;
import newsletter.devstack.mail.DevMailbox;
import newsletter.devstack.mail.EmbeddedMailbox;
import newsletter.devstack.postgres.Database;
import newsletter.devstack.postgres.DevPostgres;
import newsletter.personaldata.DevelopmentKeysets;

/**
 * Exford: servers, keys, and the three services, started once for all tests. Whoever
 * breaks something mends it before the test ends.
 */
public final class World {

    /** What a city waits for, and a test need not. */
    private static final Map<String, String> IMPATIENT = Map.of("MAILER_HANDOVER_LEASE", "4s",
            "MAILER_DELIVERY_FIRSTRETRY", "1s", "MAILER_DELIVERY_SWEEPINTERVAL", "1s", "MAILER_LETTER_SWEEPINTERVAL",
            "1s", "MAILER_LETTER_FIRSTRETRY", "1s", "MAILER_DELIVERY_CONNECTIONS", "2", "MAILER_DELIVERY_BATCHSIZE",
            "3", "CHECKPOINT_INTERVAL", "1s");

    /** Everybody in Exford has one network, and types fast. */
    private static final Map<String, String> CROWDED = Map.of("ABUSE_NETWORK_FORMS", "100000", "ABUSE_EVERYWHERE_FORMS",
            "100000", "SIGNUP_MINIMUMFILLTIME", "0s", "SIGNUP_SAMELETTERAFTER", "0s", "MAILDOMAIN_ASK", "false",
            "SURGE_FORMS", "100000");

    private final Path keys = Path.of("target", "keys").toAbsolutePath();

    private final DevPostgres postgres = DevPostgres.shared();

    private final DevKafka kafka = DevKafka.shared();

    // Embedded whatever the engine: only this one tells of a mail before it is answered.
    private final EmbeddedMailbox mailbox = DevMailbox.ownEmbedded();

    private final Map<Service, Integer> ports = new EnumMap<>(Service.class);

    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);

    private final Map<Service, Database> databases = new EnumMap<>(Service.class);

    private final Set<String> addresses = new ConcurrentSkipListSet<>();

    private World() {
        DevelopmentKeysets.write(this.keys);
        for (Service service : Service.values()) {
            this.ports.put(service, Ports.free());
            this.databases.put(service, this.postgres.newDatabase(service.name().toLowerCase(Locale.ROOT)));
        }
        // A killed service resets its connections, which the mail server's threads do not
        // survive.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        for (Service service : Service.values()) {
            this.services.put(service, new ServiceProcess(service, service.module(), environment(service)).start());
        }
        ServiceProcess.awaitHealth(this.services.values());
    }

    /** The one of this process, started on first use. */
    public static World running() {
        return Shared.WORLD;
    }

    public ServiceProcess subscription() {
        return service(Service.SUBSCRIPTION);
    }

    public ServiceProcess mailer() {
        return service(Service.MAILER);
    }

    public ServiceProcess audit() {
        return service(Service.AUDIT);
    }

    public ServiceProcess service(Service service) {
        return Objects.requireNonNull(this.services.get(service));
    }

    public DevPostgres postgres() {
        return this.postgres;
    }

    public DevKafka kafka() {
        return this.kafka;
    }

    public EmbeddedMailbox mailbox() {
        return this.mailbox;
    }

    public Path keys() {
        return this.keys;
    }

    /** Every address that was ever typed: none may be found where it does not belong. */
    public Set<String> addresses() {
        return Set.copyOf(this.addresses);
    }

    public void remember(String address) {
        this.addresses.add(address);
    }

    /**
     * Another process of a service, with settings, ports and a database of its own. Not
     * started.
     */
    public ServiceProcess another(Service service, String logName, Map<String, String> changes) {
        Map<String, String> environment = environment(service);
        environment.putAll(at(this.postgres.newDatabase("another")));
        environment.put("SERVER_PORT", Integer.toString(Ports.free()));
        environment.putAll(changes);
        return new ServiceProcess(service, logName, environment);
    }

    private Map<String, String> environment(Service service) {
        var environment = new HashMap<String, String>();
        environment.put("NEWSLETTER_DEVELOPMENT", "true");
        environment.put("NEWSLETTER_SITE", "http://localhost:" + this.ports.get(Service.SUBSCRIPTION));
        environment.put("SERVER_PORT", Objects.requireNonNull(this.ports.get(service)).toString());
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(Ports.free()));
        environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        environment.putAll(at(Objects.requireNonNull(this.databases.get(service))));
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", this.kafka.bootstrapServers());
        environment.put("SPRING_MAIL_HOST", this.mailbox.smtpHost());
        environment.put("SPRING_MAIL_PORT", Integer.toString(this.mailbox.smtpPort()));
        for (String key : List.of("address", "tags", "suppressions", "links", "forms", "receipts", "ledger")) {
            environment.put("KEYS_" + key.toUpperCase(Locale.ROOT), this.keys.resolve(key + ".json").toString());
        }
        environment.putAll(IMPATIENT);
        environment.putAll(CROWDED);
        if (service != Service.SUBSCRIPTION) {
            environment.putAll(Staff.withDemoPasswords());
        }
        return environment;
    }

    private static Map<String, String> at(Database database) {
        return Map.of("SPRING_DATASOURCE_URL", database.url(), "SPRING_DATASOURCE_USERNAME", database.user(),
                "SPRING_DATASOURCE_PASSWORD", database.password());
    }

    /** Started on first use. */
    private static final class Shared {

        static final World WORLD = new World();

    }

}
