package newsletter.endtoend.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One packaged service as a process of its own. It is started, killed and started again
 * at the same ports; its log is {@code target/<name>.log}.
 */
public final class ServiceProcess {

    /** Generous, since a service that ends is noticed at once. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final int LAST_LINES = 40;

    private static final List<String> KEPT_VARIABLES = List.of("PATH", "HOME", "LANG", "TMPDIR");

    /** Three services and their tests share a small machine. */
    private static final List<String> SMALL = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m");

    private final Service service;

    private final List<String> javaOptions;

    private final Map<String, String> environment;

    private final Path log;

    private @Nullable Process process;

    ServiceProcess(Service service, String logName, Map<String, String> environment) {
        this(service, logName, SMALL, environment);
    }

    /** One that is not kept small. */
    public ServiceProcess(Service service, String logName, List<String> javaOptions, Map<String, String> environment) {
        this.service = service;
        this.javaOptions = List.copyOf(javaOptions);
        this.environment = Map.copyOf(environment);
        this.log = Path.of("target", logName + ".log");
        try {
            Files.createDirectories(this.log.toAbsolutePath().getParent());
            Files.deleteIfExists(this.log);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Where people reach it. */
    public URI uri() {
        return URI.create("http://localhost:" + this.environment.get("SERVER_PORT"));
    }

    /** Returns at once; see {@link #awaitHealth()}. */
    public ServiceProcess start() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(this.javaOptions);
        command.add("-Dfile.encoding=UTF-8");
        command.addAll(List.of("-jar", this.service.jar().toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(this.log.toFile()));
        // Nothing that the caller's shell happens to have set.
        builder.environment().keySet().retainAll(KEPT_VARIABLES);
        builder.environment().putAll(this.environment);
        try {
            Process started = builder.start();
            this.process = started;
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return this;
    }

    /** Until it says of itself that it can work. Shows the log's end if it never does. */
    public ServiceProcess awaitHealth() {
        awaitHealth(List.of(this));
        return this;
    }

    /** All of them. One that ends is noticed at once, however long another needs. */
    static void awaitHealth(Collection<ServiceProcess> processes) {
        var waiting = new ArrayList<>(processes);
        try {
            Awaitility.await("services to be healthy")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    waiting.forEach(ServiceProcess::assertAlive);
                    waiting.removeIf((process) -> process.health() == 200);
                    return waiting.isEmpty();
                });
        }
        catch (ConditionTimeoutException ex) {
            throw new AssertionError(waiting.stream()
                .map((process) -> "%s is not healthy:%n%s".formatted(process.service.module(), process.lastLines()))
                .collect(Collectors.joining(System.lineSeparator())), ex);
        }
    }

    private void assertAlive() {
        if (!running().isAlive()) {
            throw new AssertionError(
                    "%s ended with %d:%n%s".formatted(this.service.module(), running().exitValue(), lastLines()));
        }
    }

    /** The status of the health page; 0 if nobody answers. */
    public int health() {
        var request = HttpRequest
            .newBuilder(URI.create("http://127.0.0.1:%s/actuator/health"
                .formatted(Objects.requireNonNull(this.environment.get("MANAGEMENT_SERVER_PORT")))))
            .timeout(Duration.ofSeconds(20))
            .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
        catch (IOException ex) {
            return 0;
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    /** How long processors have worked for it so far. */
    public Duration processorTime() {
        return running().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** SIGKILL: no chance to tidy up. Returns when it is gone. */
    public void kill() {
        running().destroyForcibly();
        awaitExit();
    }

    /** SIGTERM. Returns when it is gone. */
    public void stop() {
        running().destroy();
        awaitExit();
    }

    /** Waits until it has ended by itself, or was ended. */
    public int awaitExit() {
        Process ended = running();
        try {
            if (!ended.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                ended.destroyForcibly();
                throw new AssertionError("%s did not end:%n%s".formatted(this.service.module(), lastLines()));
            }
            return ended.exitValue();
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    /** All that it has said, over all its lives. */
    public String log() {
        try {
            return Files.readString(this.log);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private String lastLines() {
        List<String> lines = log().lines().toList();
        return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    private Process running() {
        return Objects.requireNonNull(this.process, "not started");
    }

}
