package newsletter.endtoend.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection to the site, kept for as long as the site likes. As little as can be:
 * client and site share the machine, and what one takes the other lacks.
 */
final class Connection implements AutoCloseable {

    private final URI site;

    private Socket socket;

    private InputStream in;

    Connection(URI site) throws IOException {
        this.site = site;
        this.socket = open(site);
        this.in = new BufferedInputStream(this.socket.getInputStream());
    }

    private static Socket open(URI site) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), site.getPort());
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return socket;
    }

    /** What the site answered. */
    record Answer(int status, String body) {
    }

    Answer get(String path) throws IOException {
        return send(
                "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: text/html\r\n\r\n".formatted(path, this.site.getAuthority()));
    }

    Answer post(String path, String form) throws IOException {
        return send("""
                POST %s HTTP/1.1\r
                Host: %s\r
                Accept: text/html\r
                Content-Type: application/x-www-form-urlencoded\r
                Content-Length: %d\r
                \r
                %s""".formatted(path, this.site.getAuthority(), form.length(), form));
    }

    private Answer send(String request) throws IOException {
        this.socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(header.substring(colon + 1).strip());
                case "transfer-encoding" -> chunked = true;
                case "connection" -> last = header.endsWith("close");
                default -> {
                }
            }
        }
        var answer = new Answer(status, new String(chunked ? chunks() : bytes(length), StandardCharsets.UTF_8));
        if (last) {
            close();
            this.socket = open(this.site);
            this.in = new BufferedInputStream(this.socket.getInputStream());
        }
        return answer;
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int length = chunkLength(); length > 0; length = chunkLength()) {
            body.writeBytes(bytes(length));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkLength() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = this.in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = this.in.read(); next != '\n'; next = this.in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        this.socket.close();
    }

}
