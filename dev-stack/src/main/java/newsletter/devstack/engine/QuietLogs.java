package newsletter.devstack.engine;

import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

/**
 * Keeps the servers' own chatter out of test output: a broker in this process says some
 * hundred lines on its way up.
 */
public final class QuietLogs {

    private static final Map<String, Level> LEVELS = Map.ofEntries(Map.entry("kafka", Level.WARN),
            Map.entry("org.apache.kafka", Level.WARN), Map.entry("state.change.logger", Level.WARN),
            Map.entry("io.zonky.test", Level.WARN), Map.entry("com.icegreen.greenmail", Level.WARN),
            Map.entry("com.github.dockerjava", Level.WARN), Map.entry("org.testcontainers", Level.WARN),
            Map.entry("tc", Level.WARN),
            // Without an engine it logs an ERROR that is a plain "no" to us.
            Map.entry("org.testcontainers.dockerclient.DockerClientProviderStrategy", Level.OFF),
            Map.entry("org.testcontainers.DockerClientFactory", Level.OFF));

    private QuietLogs() {
    }

    /** A level that is set as {@code -Dlogging.level.…} stays as it is. */
    public static void keep() {
        LEVELS.forEach((name, level) -> {
            // Spring Boot forgets all levels when it starts, and reads these.
            String property = "logging.level." + name;
            if (System.getProperty(property) == null) {
                System.setProperty(property, level.toString());
                if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
                    context.getLogger(name).setLevel(level);
                }
            }
        });
    }

}
