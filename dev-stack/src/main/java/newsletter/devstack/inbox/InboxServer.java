package newsletter.devstack.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

import newsletter.devstack.mail.ReceivedMail;

/** Answers GET and HEAD, on this machine only. A mail's number is its place, from 1. */
public final class InboxServer {

    private static final Pattern MAIL = Pattern.compile("/mail/(\\d{1,7})(/html|/raw)?");

    private final Supplier<List<ReceivedMail>> mails;

    private final HttpServer server;

    /** Binds; {@link #start()} begins to answer. */
    public InboxServer(Supplier<List<ReceivedMail>> mails, int port) {
        this.mails = mails;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public void start() {
        server.start();
    }

    public void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean head = exchange.getRequestMethod().equals("HEAD");
            if (!head && !exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            Answer answer = answer(exchange.getRequestURI().getPath());
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", answer.type());
            headers.set("Content-Security-Policy", answer.policy());
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("Cache-Control", "no-store");
            byte[] body = answer.body();
            exchange.sendResponseHeaders(answer.status(), head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private Answer answer(String path) {
        List<ReceivedMail> all = mails.get();
        return switch (path) {
            case "/" -> Answer.page(InboxPages.list(all));
            case "/count" -> Answer.text(String.valueOf(all.size()).getBytes(StandardCharsets.US_ASCII));
            case "/inbox.css" -> Answer.file("text/css", "inbox.css");
            case "/inbox.js" -> Answer.file("text/javascript", "inbox.js");
            default -> {
                Matcher mail = MAIL.matcher(path);
                yield mail.matches() ? mail(all, Integer.parseInt(mail.group(1)), mail.group(2)) : Answer.notFound();
            }
        };
    }

    private static Answer mail(List<ReceivedMail> all, int number, @Nullable String part) {
        if (number < 1 || number > all.size()) {
            return Answer.notFound();
        }
        ReceivedMail mail = all.get(number - 1);
        if (part == null) {
            return Answer.page(InboxPages.mail(number, mail));
        }
        return part.equals("/raw") ? Answer.text(mail.raw()) : Answer.mail(InboxPages.sandboxed(mail));
    }

}
