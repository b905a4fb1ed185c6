package newsletter.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody with a browser that keeps cookies and does not follow redirects. */
class Visitor {

    private final URI site;

    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    private final HttpClient http = HttpClient.newBuilder().build();

    Visitor(int port) {
        this.site = URI.create("http://localhost:" + port);
    }

    HttpResponse<String> opens(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(this.site.resolve(path)).header("Accept", "text/html");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    HttpResponse<String> sends(String path, Map<String, String> fields) {
        String body = fields.entrySet()
            .stream()
            .map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(this.site.resolve(path))
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Fills in the form of the page. */
    HttpResponse<String> signsIn(String name, String password) {
        return sends("/sign-in", Map.of("username", name, "password", password, "_csrf", token()));
    }

    /** What the form of the sign-in page carries against forgery. */
    String token() {
        return html(opens("/sign-in")).select("input[name=_csrf]").val();
    }

    String session() {
        return this.cookies.getOrDefault("JSESSIONID", "");
    }

    static Document html(HttpResponse<String> response) {
        return Jsoup.parse(response.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        this.cookies.forEach((name, value) -> request.header("Cookie", name + "=" + value));
        try {
            HttpResponse<String> response = this.http.send(request.build(), BodyHandlers.ofString());
            // Secure ones too: a test has no TLS.
            response.headers()
                .allValues("Set-Cookie")
                .stream()
                .flatMap((cookie) -> HttpCookie.parse(cookie).stream())
                .forEach((cookie) -> this.cookies.put(cookie.getName(), cookie.getValue()));
            return response;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

}
