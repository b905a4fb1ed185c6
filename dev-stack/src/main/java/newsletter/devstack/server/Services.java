package newsletter.devstack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The three services and what each is told. */
final class Services {

    private final Path project;

    private final Path keys;

    private final DevPorts ports;

    private final UnaryOperator<Path> prepared;

    /**
     * @param prepared makes of a jar one that is quick to start
     */
    Services(Path project, Path keys, DevPorts ports, UnaryOperator<Path> prepared) {
        this.project = project;
        this.keys = keys;
        this.ports = ports;
        this.prepared = prepared;
    }

    /** Each gets the keys it needs, and no other. */
    List<Service> all() {
        return List.of(
                service("subscription-service", "public site", 8080, "subscription",
                        List.of("address", "tags", "suppressions", "links", "forms", "receipts"), Map.of()),
                service("mailer-service", "staff desk", 8081, "mailer", List.of("address", "links"),
                        Map.of("SPRING_MAIL_HOST", "127.0.0.1", "SPRING_MAIL_PORT", String.valueOf(ports.smtp()))),
                service("consent-audit", "audit desk", 8082, "audit", List.of("address", "tags", "ledger"), Map.of()));
    }

    private Service service(String name, String title, int port, String database, List<String> keysets,
            Map<String, String> more) {
        int managementPort = port + 10;
        var environment = new HashMap<>(DevelopmentSettings.read(project.resolve("docker/development.env")));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("MANAGEMENT_SERVER_PORT", String.valueOf(managementPort));
        environment.put("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + database);
        environment.put("SPRING_DATASOURCE_USERNAME", database);
        environment.put("SPRING_DATASOURCE_PASSWORD", database);
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka());
        keysets.forEach((keyset) -> environment.put("KEYS_" + keyset.toUpperCase(Locale.ROOT),
                keys.resolve(keyset + ".json").toString()));
        environment.putAll(more);
        return new Service(name, title, Service.java(prepared.apply(jar(name))), port, managementPort, environment);
    }

    private Path jar(String module) {
        Path target = project.resolve(module).resolve("target");
        try (Stream<Path> files = Files.exists(target) ? Files.list(target) : Stream.empty()) {
            return files.filter((file) -> file.getFileName().toString().matches(module + "-[^-]+(-SNAPSHOT)?\\.jar"))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "There is no " + module + ".jar in " + target + ". script/server builds it."));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
