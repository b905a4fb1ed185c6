package newsletter.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import newsletter.devstack.postgres.Database;
import newsletter.devstack.postgres.DevPostgres;
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
        List<String> arguments = new ArrayList<>(
                List.of("--spring.datasource.url=" + database.url(), "--spring.datasource.username=" + database.user(),
                        "--spring.datasource.password=" + database.password(),
                        "--spring.kafka.bootstrap-servers=" + NOBODY));
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
            return client.send(HttpRequest.newBuilder(uri).build(),
                    BodyHandlers.ofString());
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
