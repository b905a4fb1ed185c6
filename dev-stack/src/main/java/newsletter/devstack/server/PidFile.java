package newsletter.devstack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Remembers a process, so that the next run finds it if this one is killed. Numbers are
 * used again; with the time of its start a process is known for certain.
 */
final class PidFile {

    private final Path file;

    PidFile(Path file) {
        this.file = file;
    }

    void write(ProcessHandle process) {
        try {
            Files.writeString(file, process.pid() + "\n" + startOf(process));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** The process, if it still runs. */
    Optional<ProcessHandle> process() {
        try {
            List<String> lines = Files.readAllLines(file);
            return ProcessHandle.of(Long.parseLong(lines.getFirst()))
                .filter((process) -> startOf(process).equals(lines.getLast()));
        }
        catch (IOException | NumberFormatException ex) {
            return Optional.empty();
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

}
