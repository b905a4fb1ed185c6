package newsletter.devstack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A service that was started. */
final class ServiceProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final Service service;

    private final Process process;

    private final Path log;

    private final PidFile pidFile;

    private ServiceProcess(Service service, Process process, Path log, PidFile pidFile) {
        this.service = service;
        this.process = process;
        this.log = log;
        this.pidFile = pidFile;
    }

    /** Its output goes to the log, which begins anew. */
    static ServiceProcess start(Service service, DevFolder folder) {
        Path log = folder.log(service.name());
        // Ctrl-C reaches every process at the terminal. This one must wait for its turn.
        var command = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
        command.addAll(service.command());
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(service.environment());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            var pidFile = folder.pidFile(service.name());
            pidFile.write(process.toHandle());
            return new ServiceProcess(service, process, log, pidFile);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    Service service() {
        return service;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean isHealthy() {
        var request = HttpRequest.newBuilder(URI.create(service.healthUrl())).timeout(Duration.ofSeconds(5)).build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        }
        catch (IOException ex) {
            return false;
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    CompletableFuture<ServiceProcess> death() {
        return process.onExit().thenApply((_) -> this);
    }

    int exitCode() {
        return process.exitValue();
    }

    /** Asks it to stop; {@link #awaitStop()} waits. */
    void askToStop() {
        process.destroy();
    }

    /** After 20 seconds it is stopped without being asked. */
    void awaitStop() {
        askToStop();
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
            pidFile.delete();
        }
        catch (InterruptedException ex) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    List<String> lastLines(int count) {
        try {
            List<String> lines = Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        }
        catch (IOException ex) {
            return List.of();
        }
    }

    Path log() {
        return log;
    }

}
