package newsletter.subscription.maildomain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * A name server of the test's own, on this machine. What it was not told of does not
 * exist (NXDOMAIN).
 */
public final class FakeNameServer implements AutoCloseable {

    private static final int MX = 15;

    private static final int AAAA = 28;

    private static final int NO_ERROR = 0;

    private static final int SERVER_FAILURE = 2;

    private static final int NO_SUCH_NAME = 3;

    private final Map<String, Behaviour> domains = new ConcurrentHashMap<>();

    private final AtomicInteger questions = new AtomicInteger();

    private final DatagramSocket socket;

    /** What a domain has. */
    public enum Behaviour {

        EXCHANGER, NULL_MX, ADDRESS_ONLY, NOTHING, FAILS, SILENT

    }

    public FakeNameServer() throws IOException {
        this.socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofVirtual().start(this::answerAll);
    }

    public FakeNameServer with(String domain, Behaviour behaviour) {
        this.domains.put(domain, behaviour);
        return this;
    }

    public String uri() {
        return "dns://127.0.0.1:" + this.socket.getLocalPort();
    }

    /** How often it was asked. */
    public int questions() {
        return this.questions.get();
    }

    private void answerAll() {
        try {
            while (!this.socket.isClosed()) {
                var packet = new DatagramPacket(new byte[512], 512);
                this.socket.receive(packet);
                answer(packet);
            }
        }
        catch (IOException ex) {
            if (!this.socket.isClosed()) {
                throw new UncheckedIOException(ex);
            }
        }
    }

    private void answer(DatagramPacket packet) throws IOException {
        ByteBuffer question = ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
        int id = question.getShort(0);
        question.position(12);
        String domain = name(question);
        int type = question.getShort();
        question.getShort();
        this.questions.incrementAndGet();
        Behaviour behaviour = this.domains.get(domain);
        if (behaviour == Behaviour.SILENT) {
            return;
        }
        byte[] asked = Arrays.copyOfRange(packet.getData(), 12, question.position());
        byte[] data = (behaviour != null) ? data(behaviour, type) : new byte[0];
        var answer = new ByteArrayOutputStream();
        answer.writeBytes(shorts(id, 0x8180 | code(behaviour), 1, (data.length > 0) ? 1 : 0, 0, 0));
        answer.writeBytes(asked);
        if (data.length > 0) {
            // The name is the one in the question.
            answer.writeBytes(shorts(0xC00C, type, 1, 0, 60, data.length));
            answer.writeBytes(data);
        }
        this.socket.send(new DatagramPacket(answer.toByteArray(), answer.size(),
                Objects.requireNonNull(packet.getSocketAddress())));
    }

    private static String name(ByteBuffer question) {
        var name = new StringBuilder();
        for (int length = question.get(); length > 0; length = question.get()) {
            byte[] label = new byte[length];
            question.get(label);
            name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
        }
        return name.toString();
    }

    private static int code(@Nullable Behaviour behaviour) {
        if (behaviour == null) {
            return NO_SUCH_NAME;
        }
        return (behaviour == Behaviour.FAILS) ? SERVER_FAILURE : NO_ERROR;
    }

    private static byte[] data(Behaviour behaviour, int type) {
        if (type == MX && behaviour == Behaviour.EXCHANGER) {
            // 10 mx.
            return new byte[] { 0, 10, 2, 'm', 'x', 0 };
        }
        if (type == MX && behaviour == Behaviour.NULL_MX) {
            return new byte[] { 0, 0, 0 };
        }
        return (type == AAAA && behaviour == Behaviour.ADDRESS_ONLY) ? new byte[16] : new byte[0];
    }

    private static byte[] shorts(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * numbers.length);
        for (int number : numbers) {
            bytes.putShort((short) number);
        }
        return bytes.array();
    }

    @Override
    public void close() {
        this.socket.close();
    }

}
