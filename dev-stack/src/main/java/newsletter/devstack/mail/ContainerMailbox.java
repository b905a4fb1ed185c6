package newsletter.devstack.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import newsletter.devstack.engine.Engine;
import newsletter.devstack.engine.RestartableContainer;

/** Mailpit in a container. Mails once read are remembered while it is down. */
final class ContainerMailbox implements DevMailbox {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    private final Map<String, ReceivedMail> read = new LinkedHashMap<>();

    private final RestartableContainer container;

    private final int smtpPort;

    private final int webPort;

    ContainerMailbox(int smtpPort, int webPort) {
        this.smtpPort = smtpPort;
        this.webPort = webPort;
        var mailpit = new GenericContainer<>(DockerImageName.parse("axllent/mailpit"));
        mailpit.withEnv("MP_SMTP_AUTH_ACCEPT_ANY", "1")
            .withEnv("MP_SMTP_AUTH_ALLOW_INSECURE", "1")
            .withEnv("MP_MAX_MESSAGES", "0")
            .withEnv("MP_DATABASE", "/tmp/mailpit.db")
            .withExposedPorts(1025, 8025)
            .waitingFor(Wait.forHttp("/livez").forPort(8025));
        container = new RestartableContainer(mailpit, 1025, smtpPort, 8025, webPort);
    }

    @Override
    public String smtpHost() {
        return Engine.CONTAINERS.host();
    }

    @Override
    public int smtpPort() {
        return smtpPort;
    }

    @Override
    public void start() {
        container.start();
        // Its port is open before it is: whoever comes too early is sent away.
        Awaitility.await("Mailpit to answer").atMost(Duration.ofSeconds(60)).ignoreExceptions().until(this::greets);
    }

    private boolean greets() throws IOException {
        try (var socket = new Socket(smtpHost(), smtpPort())) {
            socket.setSoTimeout(2000);
            return socket.getInputStream().read() == '2';
        }
    }

    @Override
    public void stop() {
        mails();
        container.stop();
    }

    @Override
    public synchronized List<ReceivedMail> mails() {
        try {
            for (JsonNode summary : newOnes()) {
                String id = summary.path("ID").asString();
                String from = summary.path("From").path("Address").asString();
                var stored = StoredMail
                    .of(get("/api/v1/message/" + id + "/raw", HttpResponse.BodyHandlers.ofByteArray()));
                read.put(id, new ReceivedMail(stored.first("Return-Path").orElse(from), recipients(summary),
                        Instant.parse(summary.path("Created").asString()), stored.mail()));
            }
        }
        catch (IOException ex) {
            // Down, as a test may want it.
        }
        return List.copyOf(read.values());
    }

    private List<JsonNode> newOnes() throws IOException {
        var found = new ArrayList<JsonNode>();
        int page = 200;
        for (int start = 0;; start += page) {
            String json = get("/api/v1/messages?limit=" + page + "&start=" + start,
                    HttpResponse.BodyHandlers.ofString());
            List<JsonNode> messages = JSON.readTree(json).path("messages").valueStream().toList();
            messages.stream().filter((message) -> !read.containsKey(message.path("ID").asString())).forEach(found::add);
            // The newest come first: a page with a known one is the last with new ones.
            if (messages.size() < page || found.size() < start + page) {
                return found.reversed();
            }
        }
    }

    private static List<String> recipients(JsonNode summary) {
        return Stream.of("To", "Cc", "Bcc")
            .flatMap((field) -> summary.path(field).valueStream())
            .map((address) -> address.path("Address").asString())
            .sorted()
            .toList();
    }

    private <T> T get(String path, HttpResponse.BodyHandler<T> handler) throws IOException {
        var uri = URI.create("http://" + smtpHost() + ":" + webPort + path);
        try {
            return http.send(HttpRequest.newBuilder(uri).build(), handler).body();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(ex));
        }
    }

}
