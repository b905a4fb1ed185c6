package newsletter.devstack.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;

/**
 * Where the servers for tests come from. Both ways give the same real servers; the choice
 * is made once per process.
 */
public enum Engine {

    /** The servers' own programs and classes, started by this process. */
    EMBEDDED,

    /** Containers, by Testcontainers. */
    CONTAINERS;

    /**
     * Environment variable or system property; {@code embedded} or {@code containers}.
     */
    public static final String SETTING = "DEV_STACK";

    /** What tests of this process run on. */
    public static Engine chosen() {
        return Choice.MADE;
    }

    /** The host on which the servers' ports are reached. */
    public String host() {
        return switch (this) {
            case EMBEDDED -> "127.0.0.1";
            case CONTAINERS -> DockerClientFactory.instance().dockerHostIpAddress();
        };
    }

    static Optional<Engine> wanted(@Nullable String setting) {
        if (setting == null || setting.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(switch (setting.strip().toLowerCase(Locale.ROOT)) {
            case "embedded" -> EMBEDDED;
            case "containers" -> CONTAINERS;
            default -> throw new IllegalArgumentException(
                    SETTING + " is '" + setting + "'; it may be 'embedded', 'containers' or unset");
        });
    }

    private static Engine answering() {
        return mayAnswer() && DockerClientFactory.instance().isDockerAvailable() ? CONTAINERS : EMBEDDED;
    }

    /**
     * Asking costs 0.7 s where no engine is, in every test process. Where nothing points
     * to one, nobody is asked.
     */
    private static boolean mayAnswer() {
        String home = System.getProperty("user.home", "");
        String rootless = System.getenv().getOrDefault("XDG_RUNTIME_DIR", "/run");
        return System.getenv("DOCKER_HOST") != null || Stream
            .of(Path.of("/var/run/docker.sock"), Path.of(rootless, "docker.sock"),
                    Path.of(home, ".docker", "run", "docker.sock"), Path.of(home, ".testcontainers.properties"))
            .anyMatch(Files::exists);
    }

    /** Made on first use, kept until the process ends. */
    private static final class Choice {

        static final Engine MADE;

        static {
            QuietLogs.keep();
            MADE = wanted(System.getProperty(SETTING, System.getenv(SETTING))).orElseGet(Engine::answering);
        }

    }

}
