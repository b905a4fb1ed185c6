package newsletter.devstack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What all services are told in development: {@code docker/development.env}, which Docker
 * Compose reads as well.
 */
final class DevelopmentSettings {

    private DevelopmentSettings() {
    }

    static Map<String, String> read(Path file) {
        try {
            var settings = new LinkedHashMap<String, String>();
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (!line.startsWith("#") && equals > 0) {
                    settings.put(line.substring(0, equals), unquoted(line.substring(equals + 1)));
                }
            }
            return settings;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("'") && value.endsWith("'");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

}
