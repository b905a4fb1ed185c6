package newsletter.mailer;

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
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaOperations;

import newsletter.devstack.kafka.DevKafka;
import newsletter.devstack.postgres.Database;
import newsletter.devstack.postgres.DevPostgres;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.Event;
import newsletter.events.EventJson;
import newsletter.personaldata.DevelopmentKeysets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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
        List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--management.server.port=0",
                "--spring.datasource.url=" + database.url(), "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(), "--spring.kafka.bootstrap-servers=" + NOBODY,
                "--spring.mail.host=127.0.0.1", "--spring.mail.port=1",
                "--keys.address=" + this.keys.resolve("address.json"),
                "--keys.links=" + this.keys.resolve("links.json")));
        Stream.of(more).forEach(arguments::add);
        return new SpringApplicationBuilder(MailerService.class, World.TopicsOfOthers.class)
            .run(arguments.toArray(String[]::new));
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext service, String port, String path)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var uri = URI.create("http://127.0.0.1:" + service.getEnvironment().getRequiredProperty(port) + path);
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        }
    }

    @Test
    void itWorksWithoutKafkaAndWithoutAMailServer() throws IOException, InterruptedException {
        try (ConfigurableApplicationContext service = start()) {
            assertThat(get(service, "local.management.port", "/actuator/health").statusCode()).isEqualTo(200);
            assertThat(get(service, "local.management.port", "/actuator/env").statusCode()).isEqualTo(401);
            assertThat(get(service, "local.server.port", "/sign-in").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void itReadsWhatWasToldOnceKafkaIsThere() {
        Person told = Person.somebody();
        DevKafka kafka = DevKafka.shared();
        kafka.stop();
        try (ConfigurableApplicationContext service = start(
                "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "--spring.kafka.consumer.group-id=late-kafka")) {
            kafka.start();
            ConsentGiven given = told.consents("mayor");
            tell(service, given);
            await().atMost(Duration.ofSeconds(60))
                .until(() -> service.getBean(JdbcClient.class)
                    .sql("SELECT count(*) FROM live_consent WHERE consent_id = ?")
                    .param(given.consentId())
                    .query(Long.class)
                    .single() == 1);
        }
        finally {
            kafka.start();
        }
    }

    private static void tell(ConfigurableApplicationContext service, Event event) {
        @SuppressWarnings("unchecked")
        KafkaOperations<String, String> kafka = service.getBean(KafkaOperations.class);
        kafka.send(event.topic(), event.key(), EventJson.write(event)).join();
    }

    @Test
    void outsideDevelopmentItRefusesDevelopmentKeys() {
        assertThatThrownBy(() -> start("--newsletter.development=false").close())
            .hasStackTraceContaining("was made for development");
    }

}
