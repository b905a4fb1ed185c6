package newsletter.devstack.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ServicesTests {

    @TempDir
    private Path project;

    @Test
    void eachServiceGetsItsOwnDatabaseAndOnlyTheKeysItNeeds() throws IOException {
        copySettings();
        for (String module : List.of("subscription-service", "mailer-service", "consent-audit")) {
            Path target = Files.createDirectories(project.resolve(module).resolve("target"));
            Files.createFile(target.resolve(module + "-0.1.0-SNAPSHOT.jar"));
            Files.createFile(target.resolve(module + "-0.1.0-SNAPSHOT-sources.jar"));
        }
        List<Service> services = services().all();
        assertThat(services).extracting(Service::name)
            .containsExactly("subscription-service", "mailer-service", "consent-audit");
        assertThat(services).extracting(Service::port, Service::managementPort)
            .extracting(Object::toString)
            .containsExactly("(8080, 8090)", "(8081, 8091)", "(8082, 8092)");
        assertThat(services.get(0).environment())
            .containsEntry("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:15432/subscription")
            .containsEntry("NEWSLETTER_DEVELOPMENT", "true")
            .containsKeys("KEYS_ADDRESS", "KEYS_TAGS", "KEYS_LINKS", "KEYS_FORMS", "KEYS_RECEIPTS", "KEYS_SUPPRESSIONS")
            .doesNotContainKeys("KEYS_LEDGER", "SPRING_MAIL_HOST");
        assertThat(services.get(1).environment()).containsEntry("SPRING_MAIL_PORT", "13025")
            .doesNotContainKeys("KEYS_TAGS", "KEYS_FORMS", "KEYS_RECEIPTS", "KEYS_SUPPRESSIONS", "KEYS_LEDGER");
        assertThat(services.get(2).environment()).containsKeys("KEYS_ADDRESS", "KEYS_TAGS", "KEYS_LEDGER")
            .doesNotContainKeys("KEYS_LINKS", "KEYS_FORMS", "KEYS_RECEIPTS", "KEYS_SUPPRESSIONS");
        assertThat(services.get(2).command().getLast()).endsWith("prepared/consent-audit-0.1.0-SNAPSHOT.jar");
    }

    @Test
    void aServiceThatIsNotBuiltIsNamed() throws IOException {
        copySettings();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> services().all())
            .withMessageContaining("There is no subscription-service.jar");
    }

    @Test
    void demoUsersAreToldWithTheirHashes() {
        Map<String, String> settings = DevelopmentSettings.read(Path.of("../docker/development.env"));
        assertThat(settings).containsEntry("SIGNIN_USERS_0_NAME", "editor");
        assertThat(settings.get("SIGNIN_USERS_0_PASSWORDHASH")).startsWith("{bcrypt}$2a$10$").hasSize(68);
    }

    private Services services() {
        return new Services(project, project.resolve("keys"), DevPorts.STANDARD,
                (jar) -> jar.resolveSibling("prepared").resolve(jar.getFileName()));
    }

    private void copySettings() throws IOException {
        Files.createDirectories(project.resolve("docker"));
        Files.copy(Path.of("../docker/development.env"), project.resolve("docker/development.env"));
    }

}
