package newsletter.mailer.handover;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A relay that answers each command as it is told to, or hangs up. */
final class ScriptedRelay implements AutoCloseable {

    static final String HANG_UP = "";

    private final ServerSocket server;

    private final Map<String, String> replies = new ConcurrentHashMap<>(Map.of("MAIL", "250 2.1.0 Ok", "RCPT",
            "250 2.1.5 Ok", "DATA", "354 Go on", ".", "250 2.0.0 Ok: queued as 1", "RSET", "250 2.0.0 Ok", "NOOP",
            "250 2.0.0 Ok", "EHLO", "250 relay.example.org", "QUIT", "221 2.0.0 Bye"));

    private final List<String> commands = new CopyOnWriteArrayList<>();

    private final List<String> mails = new CopyOnWriteArrayList<>();

    ScriptedRelay() {
        try {
            this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** What is answered to a command, named by its first word, or to the final dot. */
    void answers(String command, String reply) {
        this.replies.put(command, reply);
    }

    List<String> commands() {
        return this.commands;
    }

    List<String> mails() {
        return this.mails;
    }

    String host() {
        return this.server.getInetAddress().getHostAddress();
    }

    int port() {
        return this.server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = this.server.accept();
                Thread.ofVirtual().start(() -> converse(client));
            }
        }
        catch (SocketException ex) {
            // Closed.
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private void converse(Socket client) {
        try (client;
                var in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            boolean open = answer(client, "220 relay.example.org ESMTP");
            while (open) {
                String line = in.readLine();
                if (line == null) {
                    return;
                }
                this.commands.add(line);
                String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                String reply = this.replies.getOrDefault(command, "502 5.5.1 What?");
                open = answer(client, reply) && !command.equals("QUIT");
                if (open && reply.startsWith("354")) {
                    read(in);
                    open = answer(client, this.replies.getOrDefault(".", ""));
                }
            }
        }
        catch (IOException ex) {
            // The client hung up.
        }
    }

    private void read(BufferedReader in) throws IOException {
        var mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append("\r\n");
        }
        this.mails.add(mail.toString());
    }

    private static boolean answer(Socket client, String reply) throws IOException {
        if (reply.isEmpty()) {
            return false;
        }
        client.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        return true;
    }

    @Override
    public void close() {
        try {
            this.server.close();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
