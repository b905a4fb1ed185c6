package newsletter.devstack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a run that was killed could not stop: its services, and its PostgreSQL, which
 * belongs to nobody then and holds the port and the data.
 */
final class Leftovers {

    private final DevFolder folder;

    Leftovers(DevFolder folder) {
        this.folder = folder;
    }

    /** Returns whether there was anything. */
    boolean stop() {
        boolean found = false;
        for (PidFile file : folder.pidFiles()) {
            Optional<ProcessHandle> process = file.process();
            process.ifPresent(Leftovers::stop);
            found |= process.isPresent();
            file.delete();
        }
        return stopPostgres() || found;
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        if (!isGoneInTime(process)) {
            process.destroyForcibly();
            isGoneInTime(process);
        }
    }

    private boolean stopPostgres() {
        Path file = folder.postgres().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return false;
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            Optional<ProcessHandle> postmaster = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
            if (postmaster.isEmpty() || !isPostgres(postmaster.get())) {
                // PostgreSQL would take whoever has the number now for a server of its
                // own.
                Files.delete(file);
                return true;
            }
            // SIGTERM would wait for the clients to leave; SIGINT sends them away.
            new ProcessBuilder(List.of("kill", "-INT", String.valueOf(pid))).start().waitFor();
            if (!isGoneInTime(postmaster.get())) {
                throw new Refusal("The PostgreSQL of an earlier run, process " + pid + ", does not stop.");
            }
            return true;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        String command = process.info()
            .command()
            .orElseThrow(() -> new Refusal("Process " + process.pid()
                    + " may be the PostgreSQL of an earlier run, and is not ours to ask. Stop it first."));
        return Path.of(command).endsWith("postgres");
    }

    private static boolean isGoneInTime(ProcessHandle process) {
        try {
            process.onExit().get(20, TimeUnit.SECONDS);
            return true;
        }
        catch (TimeoutException ex) {
            return false;
        }
        catch (ExecutionException ex) {
            throw new IllegalStateException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

}
