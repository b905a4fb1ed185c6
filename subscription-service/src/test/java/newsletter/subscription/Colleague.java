package newsletter.subscription;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.springframework.context.ApplicationContext;

/**
 * Somebody of the staff at a browser without scripts, which keeps cookies where they
 * belong and follows no redirect unasked.
 */
public class Colleague {

    private static final String PASSWORD = "exford-editor";

    private final URI site;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Map<String, String> cookies = new LinkedHashMap<>();

    private String csrf = "";

    Colleague(ApplicationContext context) {
        this.site = URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
    }

    /** One who has signed in. */
    public static Colleague signedIn(ApplicationContext context, String name) {
        var colleague = new Colleague(context);
        HttpResponse<String> in = colleague.signsIn(name, PASSWORD);
        if (in.statusCode() != 302) {
            throw new IllegalStateException(name + " could not sign in: " + in.statusCode());
        }
        return colleague;
    }

    HttpResponse<String> signsIn(String name, String password) {
        get("/staff/sign-in");
        return post("/staff/sign-in", "username", name, "password", password);
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(this.site.resolve(path)));
    }

    public Document page(String path) {
        return Visitor.page(get(path));
    }

    /** Pairs of names and values, with the token of the last page. */
    public HttpResponse<String> post(String path, String... form) {
        var fields = new ArrayList<>(List.of(form));
        fields.addAll(List.of("_csrf", this.csrf));
        return postWithoutToken(path, fields.toArray(String[]::new));
    }

    public HttpResponse<String> postWithoutToken(String path, String... form) {
        var pairs = new ArrayList<String>();
        for (int i = 0; i < form.length; i += 2) {
            pairs.add(encode(form[i]) + "=" + encode(form[i + 1]));
        }
        return send(HttpRequest.newBuilder(this.site.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(String.join("&", pairs))));
    }

    /**
     * Fills in the form of a page that goes to this address, changes some of its fields
     * and sends it.
     */
    public HttpResponse<String> fillsIn(Document page, String action, String... changes) {
        FormElement form = (FormElement) page.expectFirst("main form[action=" + action + "]");
        var fields = new LinkedHashMap<String, String>();
        form.formData().forEach((field) -> fields.put(field.key(), field.value()));
        for (int i = 0; i < changes.length; i += 2) {
            fields.put(changes[i], changes[i + 1]);
        }
        var pairs = new ArrayList<String>();
        fields.forEach((name, value) -> pairs.addAll(List.of(name, value)));
        return postWithoutToken(action, pairs.toArray(String[]::new));
    }

    /**
     * Sends a form with a file in its field {@code file}, with the token of the last
     * page.
     */
    public HttpResponse<String> uploads(String path, String content, String... form) {
        String boundary = "----a-file-of-exford";
        var body = new StringBuilder();
        var fields = new ArrayList<>(List.of(form));
        fields.addAll(List.of("_csrf", this.csrf));
        for (int i = 0; i < fields.size(); i += 2) {
            body.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary,
                    fields.get(i), fields.get(i + 1)));
        }
        body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\nContent-Type: text/csv\r\n\r\n%s\r\n--%s--\r\n"
                    .formatted(boundary, content, boundary));
        return send(HttpRequest.newBuilder(this.site.resolve(path))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofString(body.toString())));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        this.cookies.forEach((name, value) -> request.header("Cookie", name + "=" + value));
        try {
            HttpResponse<String> response = this.client.send(request.header("Accept", "text/html").build(),
                    BodyHandlers.ofString());
            response.headers()
                .allValues("Set-Cookie")
                .stream()
                .flatMap((cookie) -> HttpCookie.parse(cookie).stream())
                .forEach((cookie) -> this.cookies.put(cookie.getName(), cookie.getValue()));
            var token = Jsoup.parse(response.body()).selectFirst("input[name=_csrf]");
            this.csrf = (token != null) ? token.val() : this.csrf;
            return response;
        }
        catch (IOException ex) {
            throw new IllegalStateException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

}
