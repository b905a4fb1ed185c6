package newsletter.devstack.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A temporary folder for the servers' data. It is removed when this process has ended,
 * however it ended, and with it goes the PostgreSQL that was started in it.
 */
public final class Scratch {

    /*
     * Not a shutdown hook: those run side by side with the application's own, which still
     * talks to the servers, and not at all after SIGKILL. A shell waits for its input to
     * end, which happens when this process is gone.
     */
    private static final String AFTERWARDS = """
            trap '' INT TERM HUP
            cat >/dev/null
            for file in "$1"/*/postmaster.pid; do
              pid=$(head -n 1 "$file" 2>/dev/null) || continue
              kill -QUIT "$pid" 2>/dev/null || continue
              while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
            done
            rm -rf "$1"
            """;

    private final Path folder;

    private Scratch(Path folder) {
        this.folder = folder;
    }

    /** The one of this process. */
    public static Path folder(String name) {
        return Holder.SCRATCH.folder.resolve(name);
    }

    private static Scratch create() {
        try {
            Path folder = Files.createTempDirectory("newsletter-dev-stack-");
            new ProcessBuilder("/bin/sh", "-c", AFTERWARDS, "sh", folder.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
            return new Scratch(folder);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Made on first use. */
    private static final class Holder {

        static final Scratch SCRATCH = create();

    }

}
