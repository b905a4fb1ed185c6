package newsletter.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.springframework.boot.SpringApplication;

import newsletter.devstack.postgres.Database;

/** A replica of the service in a process of its own that counts until it is killed. */
final class SampleProcess {

    private static final int WRITERS = 4;

    private static final int KEYS = 5;

    private SampleProcess() {
    }

    static Process start(Database database, String topic) throws IOException {
        var command = Stream
            .of(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                    "-XX:TieredStopAtLevel=1", "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    SampleProcess.class.getName()), Arrays.asList(SampleService.settings(database, topic)))
            .flatMap(List::stream)
            .toList();
        return new ProcessBuilder(command).redirectErrorStream(true)
            .redirectOutput(Path.of("target", "sample-process.log").toFile())
            .start();
    }

    @SuppressWarnings("unused")
    static void main(String[] settings) {
        var subjects = SpringApplication.run(SampleService.class, settings).getBean(Subjects.class);
        for (int writer = 0; writer < WRITERS; writer++) {
            Thread.ofPlatform().start(() -> {
                var random = new Random();
                while (true) {
                    subjects.count("key-" + random.nextInt(KEYS));
                }
            });
        }
        endWithTheTest();
    }

    private static void endWithTheTest() {
        try {
            while (System.in.read() >= 0) {
                // Nobody writes to it; it ends when the other process does.
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        Runtime.getRuntime().halt(1);
    }

}
