package newsletter.devstack.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import newsletter.devstack.engine.Ports;

import static org.assertj.core.api.Assertions.assertThat;

class DevServerTests {

    @TempDir
    private Path root;

    private final DevPorts ports = new DevPorts(Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free());

    private Service service = service(200);

    private Duration patience = Duration.ofMinutes(1);

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

    private @Nullable DevServer server;

    private CompletableFuture<Integer> run = CompletableFuture.completedFuture(0);

    @AfterEach
    void stop() {
        server().stop();
    }

    @Test
    void dataOutlivesTheRunUntilForgottenAndADeadServiceEndsIt() throws Exception {
        start();
        execute("CREATE TABLE guest (name text)");
        sendMail();
        server().stop();
        assertThat(said()).contains("subscription-service   stopped", "PostgreSQL             stopped");
        assertThat(Ports.isFree(ports.postgres())).isTrue();
        assertThat(Ports.isFree(ports.kafka())).isTrue();
        assertThat(root.resolve("run")).isEmptyDirectory();

        start();
        execute("INSERT INTO guest VALUES ('ada')");
        assertThat(inbox()).contains("still here");
        assertThat(new PidFile(root.resolve("run/subscription-service.pid")).process().orElseThrow().destroy())
            .isTrue();
        assertThat(run.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(said()).contains("subscription-service has died (exit code 143)", "last words");
        server().stop();

        start("--fresh");
        assertThat(inbox()).doesNotContain("still here");
        assertThat(Files.size(root.resolve("keys/address.json"))).isPositive();
    }

    @Test
    void aServiceThatIsNotWellIsNamedWithItsLog() {
        service = service(503);
        patience = Duration.ofSeconds(2);
        start();
        assertThat(said()).contains("subscription-service   runs, but is not healthy", "subscription-service.log",
                "script/server --fresh");
    }

    @Test
    void aSecondCopyIsRefused() {
        try (var first = new DevFolder(root)) {
            first.open();
            assertThat(server().run()).isEqualTo(1);
            assertThat(said()).contains("script/server already runs here");
        }
    }

    @Test
    void helpStartsNothing() {
        assertThat(server().run("--help")).isZero();
        assertThat(said()).contains("--fresh");
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void whatCannotBeUnderstoodIsRefused() {
        assertThat(server().run("--nonsense")).isEqualTo(2);
        assertThat(said()).contains("There is no option '--nonsense'.");
    }

    private void start(String... arguments) {
        terminal.reset();
        server = null;
        run = CompletableFuture.supplyAsync(() -> server().run(arguments));
        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> said().contains("City Newsletter runs") || run.isDone());
        assertThat(said()).contains("City Newsletter runs");
    }

    private DevServer server() {
        if (server == null) {
            server = new DevServer(root, ports, () -> List.of(service),
                    new PrintStream(terminal, true, StandardCharsets.UTF_8), patience);
        }
        return server;
    }

    private static Service service(int health) {
        int port = Ports.free();
        int managementPort = Ports.free();
        return new Service("subscription-service", "public site",
                List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-cp", "target/test-classes",
                        SmallService.class.getName(), String.valueOf(managementPort), String.valueOf(health)),
                port, managementPort, Map.of());
    }

    private String said() {
        return terminal.toString(StandardCharsets.UTF_8);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/mailer",
                "mailer", "mailer"); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void sendMail() throws MessagingException {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", String.valueOf(ports.smtp()));
        var mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom(new InternetAddress("news@example.org"));
        mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress("ada@example.org"));
        mail.setSubject("still here");
        mail.setText("hello");
        Transport.send(mail);
    }

    private String inbox() throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.inbox())).build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

}
