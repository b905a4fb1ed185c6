package newsletter.endtoend.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.stream.Collectors;

import org.jsoup.Connection.KeyVal;

/** Reads pages and sends forms, keeps cookies, follows redirects; runs no script. */
public final class Reader {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
        .cookieHandler(new CookieManager())
        .followRedirects(Redirect.NORMAL)
        .connectTimeout(PATIENCE)
        .build();

    public Page open(URI address) {
        return ask("GET", address);
    }

    /** Asks without a body. */
    public Page ask(String method, URI address) {
        return send(HttpRequest.newBuilder(address).method(method, BodyPublishers.noBody()));
    }

    public Page post(URI address, Collection<KeyVal> fields) {
        String body = fields.stream()
            .map((field) -> encoded(field.key()) + "=" + encoded(field.value()))
            .collect(Collectors.joining("&"));
        return post(address, "application/x-www-form-urlencoded", BodyPublishers.ofString(body));
    }

    public Page post(URI address, String contentType, BodyPublisher body) {
        return send(HttpRequest.newBuilder(address).header("Content-Type", contentType).POST(body));
    }

    private Page send(HttpRequest.Builder request) {
        try {
            return new Page(this,
                    this.client.send(request.header("Accept", "text/html,*/*;q=0.8").timeout(PATIENCE).build(),
                            BodyHandlers.ofByteArray()));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

}
