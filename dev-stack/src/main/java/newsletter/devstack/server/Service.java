package newsletter.devstack.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One of ours, as it is run on a laptop.
 *
 * @param name the module's name
 * @param title what people call its pages
 * @param command how it is started
 * @param port where its pages are
 * @param managementPort where its health is
 * @param environment how it is configured
 */
record Service(String name, String title, List<String> command, int port, int managementPort,
        Map<String, String> environment) {

    String healthUrl() {
        return "http://127.0.0.1:%d/actuator/health".formatted(managementPort);
    }

    /** Few services on few cores: quick to start matters more than quick in the end. */
    static List<String> java(Path jar) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-Xmx384m", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-jar", jar.toString());
    }

}
