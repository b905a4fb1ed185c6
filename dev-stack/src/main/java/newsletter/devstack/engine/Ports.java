package newsletter.devstack.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** TCP ports of this machine. */
public final class Ports {

    private static final int LOWEST = 20_000;

    private static final int RANGES = 40;

    private static final int SIZE = 300;

    private Ports() {
    }

    /**
     * A port nobody listens on. It lies below those from which systems number outgoing
     * connections, and nobody else is given it, so that it stays free before its server
     * is up and while it is down.
     */
    public static int free() {
        int first = LOWEST + Own.RANGE * SIZE;
        for (int attempt = 0; attempt < SIZE; attempt++) {
            int port = first + Own.GIVEN.getAndIncrement() % SIZE;
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port between " + first + " and " + (first + SIZE));
    }

    /**
     * Whether a server could listen here now, and be the one that answers at this
     * machine's names: one that listens on another of its addresses is in the way too.
     */
    public static boolean isFree(int port) {
        return canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                && canBind(new InetSocketAddress(port));
    }

    private static boolean canBind(InetSocketAddress address) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        }
        catch (IOException ex) {
            return false;
        }
    }

    /** What this process may choose from, until it ends. */
    private static final class Own {

        // Once nobody knew the channel, it would be closed, and the lock with it.
        private static final List<FileChannel> HELD = new ArrayList<>();

        static final int RANGE = take();

        static final AtomicInteger GIVEN = new AtomicInteger();

        private static int take() {
            Path folder = Path.of(System.getProperty("java.io.tmpdir"), "newsletter-dev-stack-ports");
            for (int range = 0; range < RANGES; range++) {
                if (take(folder.resolve(String.valueOf(range)))) {
                    return range;
                }
            }
            throw new IllegalStateException("more than " + RANGES + " processes choose ports, by " + folder);
        }

        private static boolean take(Path file) {
            try {
                Files.createDirectories(file.getParent());
                var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (channel.tryLock() == null) {
                    channel.close();
                    return false;
                }
                HELD.add(channel);
                return true;
            }
            catch (IOException ex) {
                // Another user's.
                return false;
            }
        }

    }

}
