package newsletter.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

import newsletter.devstack.engine.Ports;
import newsletter.devstack.kafka.DevKafka;
import newsletter.devstack.kafka.EmbeddedBroker;
import newsletter.devstack.postgres.Database;
import newsletter.devstack.postgres.DevPostgres;
import newsletter.events.Event;
import newsletter.events.EventJson;
import newsletter.events.Topics;
import newsletter.personaldata.DevelopmentKeysets;
import newsletter.personaldata.NewKeysets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Starts as on a machine where much is missing. */
class StartUpTests {

    /** Nobody listens at port 1. */
    private static final String NOBODY = "127.0.0.1:1";

    private Path keys;

    @BeforeEach
    void keys(@TempDir Path folder) {
        DevelopmentKeysets.write(folder);
        this.keys = folder;
    }

    private ConfigurableApplicationContext start(String... more) {
        Database database = DevPostgres.shared().newDatabase("startup");
        List<String> arguments = new ArrayList<>(List.of("--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(), "--spring.kafka.bootstrap-servers=" + NOBODY));
        for (String key : new String[] { "address", "tags", "ledger" }) {
            arguments.add("--keys." + key + "=" + this.keys.resolve(key + ".json"));
        }
        Stream.of(more).forEach(arguments::add);
        return new SpringApplicationBuilder(ConsentAudit.class).run(arguments.toArray(String[]::new));
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext service, String port, String path)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var uri = URI.create("http://127.0.0.1:" + service.getEnvironment().getRequiredProperty(port) + path);
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        }
    }

    @Test
    void itWorksWithoutKafka() throws IOException, InterruptedException {
        try (ConfigurableApplicationContext service = start()) {
            assertThat(get(service, "local.management.port", "/actuator/health").statusCode()).isEqualTo(200);
            assertThat(get(service, "local.management.port", "/actuator/env").statusCode()).isNotEqualTo(200);
            assertThat(get(service, "local.server.port", "/sign-in").statusCode()).isEqualTo(200);
            assertThat(get(service, "local.server.port", "/checkpoint").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void whatWasToldWhileKafkaWasAwayIsCaughtUpWith(@TempDir Path folder) throws IOException, InterruptedException {
        int port = Ports.free();
        var broker = new EmbeddedBroker(folder.resolve("kafka"), port);
        var kafka = new DevKafka(broker, "127.0.0.1", port);
        try (ConfigurableApplicationContext service = start("--spring.kafka.bootstrap-servers=127.0.0.1:" + port,
                "--checkpoint.interval=100ms")) {
            assertThat(get(service, "local.server.port", "/checkpoint").statusCode()).isEqualTo(404);
            kafka.start();
            for (String topic : new String[] { Topics.CONSENT_EVENTS, Topics.SUBSCRIBER_CONTACTS, Topics.NEWSLETTERS,
                    Topics.EDITIONS, Topics.DELIVERY_REPORTS }) {
                kafka.createTopic(topic, 1);
            }
            KafkaTemplate<String, String> teller = new KafkaTemplate<>(
                    new DefaultKafkaProducerFactory<>(Map.of("bootstrap.servers", kafka.bootstrapServers()),
                            new StringSerializer(), new StringSerializer()));
            Event event = new Told().given();
            teller.send(event.topic(), event.key(), EventJson.write(event)).join();
            teller.destroy();
            Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> get(service, "local.server.port", "/checkpoint").statusCode() == 200);
        }
        finally {
            kafka.stop();
        }
    }

    @Test
    void outsideDevelopmentItRefusesDevelopmentKeys() {
        assertThatThrownBy(() -> start("--newsletter.development=false").close())
            .hasStackTraceContaining("was made for development");
    }

    @Test
    void outsideDevelopmentItRefusesTheDemoPassword(@TempDir Path folder) {
        NewKeysets.main(new String[] { folder.toString() });
        this.keys = folder;
        assertThatThrownBy(() -> start("--newsletter.development=false").close())
            .hasStackTraceContaining("The password of the local user 'dpo' is a well-known one");
    }

}
