package newsletter.devstack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The {@code .dev} folder: what one run leaves for the next. One run at a time. */
final class DevFolder implements AutoCloseable {

    private final Path root;

    private @Nullable FileLock lock;

    DevFolder(Path root) {
        this.root = root;
    }

    /** Makes it where it is missing, and keeps others out until closed. */
    void open() {
        try {
            Files.createDirectories(root);
            var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw alreadyRunning();
            }
            makeFolders();
        }
        catch (OverlappingFileLockException ex) {
            throw alreadyRunning();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private Refusal alreadyRunning() {
        return new Refusal("script/server already runs here: " + root + " is in use. Stop it first, with Ctrl-C.");
    }

    private void makeFolders() throws IOException {
        for (String name : List.of("logs", "run", "keys", "mail")) {
            Files.createDirectories(root.resolve(name));
        }
    }

    /** Empties it, but for the lock. */
    void forget() {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(root) && !file.equals(root.resolve("lock"))) {
                    Files.delete(file);
                }
            }
            makeFolders();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path mail() {
        return root.resolve("mail");
    }

    Path keys() {
        return root.resolve("keys");
    }

    Path log(String name) {
        return root.resolve("logs").resolve(name + ".log");
    }

    PidFile pidFile(String name) {
        return new PidFile(root.resolve("run").resolve(name + ".pid"));
    }

    List<PidFile> pidFiles() {
        try (Stream<Path> files = Files.list(root.resolve("run"))) {
            return files.map(PidFile::new).toList();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    @Override
    public void close() {
        if (lock != null) {
            try {
                lock.acquiredBy().close();
            }
            catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        }
    }

}
