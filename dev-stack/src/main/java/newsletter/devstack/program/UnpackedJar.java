package newsletter.devstack.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/**
 * A service's jar, taken apart beside it by the jar's own tool, as its image is made. A
 * jar full of jars costs a third of the processor time that a service needs to start.
 */
public final class UnpackedJar {

    private UnpackedJar() {
    }

    /**
     * The same program with its libraries beside it. It is taken apart once.
     * @param jar made by Spring Boot
     */
    public static Path of(Path jar) {
        Path all = jar.resolveSibling("unpacked");
        Path folder = all.resolve(fingerprint(jar));
        if (!Files.exists(folder)) {
            // What was made of an earlier build: each is as large as the jar.
            delete(all);
            unpack(jar, folder);
        }
        return folder.resolve(jar.getFileName());
    }

    /**
     * What is in it. Not its date: a build that can be repeated gives every jar the same.
     */
    private static String fingerprint(Path jar) {
        try (var zip = new ZipFile(jar.toFile())) {
            var sum = new CRC32();
            zip.stream()
                .map((entry) -> entry.getName() + " " + entry.getCrc() + "\n")
                .forEach((line) -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
            return "%08x".formatted(sum.getValue());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static void unpack(Path jar, Path folder) {
        // Half of it must not be taken for all of it: it gets its name when it is whole.
        Path halfDone = folder.resolveSibling("half-done");
        run(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", halfDone.toString()));
        try {
            Files.move(halfDone, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ":\n" + said);
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
