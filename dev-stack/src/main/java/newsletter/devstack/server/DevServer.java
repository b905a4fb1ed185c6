// This is a program: it prints.
package newsletter.devstack.server;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

import newsletter.devstack.program.UnpackedJar;
import newsletter.personaldata.DevelopmentKeysets;

/** The program behind {@code script/server}. */
public final class DevServer {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final DevFolder folder;

    private final DevPorts ports;

    private final Supplier<List<Service>> services;

    private final Progress progress;

    private final Ending ending;

    private final Duration patience;

    /**
     * @param patience how long services are waited for before that is said
     */
    DevServer(Path folder, DevPorts ports, Supplier<List<Service>> services, PrintStream out, Duration patience) {
        this.folder = new DevFolder(folder);
        this.ports = ports;
        this.services = services;
        this.progress = new Progress(out);
        this.ending = new Ending(progress);
        this.patience = patience;
    }

    public static void main(String[] typed) {
        Path project = Path.of("").toAbsolutePath();
        Path folder = project.resolve(".dev");
        System.setProperty("dev.folder", folder.toString());
        System.setProperty("logback.configurationFile", "newsletter/devstack/server/logback.xml");
        // What PostgreSQL says goes to the log file; others ask for quiet.
        System.setProperty("logging.level.io.zonky.test", "INFO");
        var services = new Services(project, folder.resolve("keys"), DevPorts.STANDARD, UnpackedJar::of);
        var server = new DevServer(folder, DevPorts.STANDARD, services::all, System.out, PATIENCE);
        // Ctrl-C and SIGTERM come here, and so does every other way out.
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop"));
        System.exit(server.run(typed));
    }

    /** Returns the exit code when something has gone wrong, or nothing was to be done. */
    int run(String... typed) {
        try {
            var arguments = Arguments.of(typed);
            if (arguments.help()) {
                progress.say(Arguments.USAGE);
                return 0;
            }
            List<Service> wanted = services.get();
            prepare(arguments, wanted);
            var servers = new Servers(folder, ports, progress, ending);
            servers.start();
            List<ServiceProcess> running = start(wanted);
            servers.awaitKafka();
            if (becomeHealthy(running)) {
                progress.say(Welcome.text(ports));
            }
            return awaitDeath(running);
        }
        catch (Refusal refusal) {
            progress.say(refusal.words());
            return refusal.exitCode();
        }
        catch (RuntimeException ex) {
            if (ending.hasBegun()) {
                return 0;
            }
            progress.say("Could not start: " + ex + "\nMore is in " + folder.log("dev-stack"));
            return 1;
        }
    }

    void stop() {
        ending.stopAll();
    }

    private void prepare(Arguments arguments, List<Service> wanted) {
        folder.open();
        ending.afterwards("", folder::close);
        if (new Leftovers(folder).stop()) {
            progress.say("Stopped what an earlier run could not.");
        }
        ports.checkFree(wanted);
        if (arguments.fresh()) {
            folder.forget();
            progress.say("Forgot what earlier runs kept.");
        }
        DevelopmentKeysets.write(folder.keys());
        progress.say("City Newsletter is starting. Logs are in .dev/logs/.");
    }

    private List<ServiceProcess> start(List<Service> wanted) {
        var running = new ArrayList<ServiceProcess>();
        for (Service service : wanted) {
            var process = ServiceProcess.start(service, folder);
            ending.afterwards(service.name(), process::awaitStop);
            running.add(process);
            progress.say("  %-22s starting".formatted(service.name()));
        }
        // All are asked before the first is waited for.
        ending.afterwards("", () -> running.forEach(ServiceProcess::askToStop));
        return running;
    }

    /**
     * False as soon as one of them is dead. One that lives and is not well is named, and
     * left running: its log, and what it shows, say why.
     */
    private boolean becomeHealthy(List<ServiceProcess> running) {
        Instant begin = Instant.now();
        var waiting = new ArrayList<>(running);
        try {
            Awaitility.await("services to become healthy")
                .atMost(patience)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> {
                    waiting.removeIf((process) -> isReady(process, begin));
                    return waiting.isEmpty() || waiting.stream().anyMatch((process) -> !process.isAlive());
                });
        }
        catch (ConditionTimeoutException ex) {
            waiting.forEach((process) -> progress.say("""
                    %-22s runs, but is not healthy. Why is in %s.
                                           Data of an earlier version? script/server --fresh forgets it."""
                .formatted(process.service().name(), process.log())));
        }
        return waiting.stream().allMatch(ServiceProcess::isAlive);
    }

    private boolean isReady(ServiceProcess process, Instant begin) {
        boolean healthy = process.isHealthy();
        if (healthy) {
            progress.ready(process.service().name(), begin);
        }
        return healthy;
    }

    /** One service alone is no City Newsletter: if one dies, the rest is stopped. */
    private int awaitDeath(List<ServiceProcess> running) {
        CompletableFuture<?>[] deaths = running.stream().map(ServiceProcess::death).toArray(CompletableFuture[]::new);
        if (deaths.length > 0) {
            var dead = (ServiceProcess) CompletableFuture.anyOf(deaths).join();
            if (!ending.hasBegun()) {
                progress.say("\n%s has died (exit code %d). The end of %s:\n".formatted(dead.service().name(),
                        dead.exitCode(), dead.log()));
                dead.lastLines(30).forEach(progress::say);
            }
        }
        return 1;
    }

}
