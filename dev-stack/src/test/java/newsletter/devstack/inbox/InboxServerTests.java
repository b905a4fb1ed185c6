package newsletter.devstack.inbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import newsletter.devstack.engine.Ports;
import newsletter.devstack.mail.ReceivedMail;

import static org.assertj.core.api.Assertions.assertThat;

class InboxServerTests {

    private static final String RAW = """
            Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe_<b>bold</b>?=
            From: City <news@example.org>
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain

            Confirm: https://exford.example.org/confirm?t=1&u=2.
            --b
            Content-Type: text/html

            <html><head><title>x</title></head><body><script>alert(1)</script></body></html>
            --b--
            """.replace("\n", "\r\n");

    private final InboxServer inbox = new InboxServer(() -> List.of(new ReceivedMail("bounces@example.org",
            List.of("ada@example.org"), Instant.now(), RAW.getBytes(StandardCharsets.UTF_8))), Ports.free());

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void start() {
        inbox.start();
    }

    @AfterEach
    void stop() {
        inbox.stop();
        http.close();
    }

    @Test
    void theListShowsSubjectsAsText() throws Exception {
        HttpResponse<String> list = get("/");
        assertThat(list.body()).contains("Grüße &lt;b&gt;bold&lt;/b&gt;", "ada@example.org", "/mail/1", "1 mail.");
        assertThat(list.headers().firstValue("Content-Security-Policy").orElseThrow())
            .startsWith("default-src 'self';");
    }

    @Test
    void aMailShowsHeadersTextWithLinksAndASandbox() throws Exception {
        assertThat(get("/mail/1").body()).contains("bounces@example.org", "<dt>From</dt><dd>City &lt;news@example.org",
                "<a href=\"https://exford.example.org/confirm?t=1&amp;u=2\" target=\"_blank\"", "/mail/1/html\"",
                "sandbox=");
    }

    @Test
    void theHtmlMayRunNothingAndLoadNothing() throws Exception {
        HttpResponse<String> html = get("/mail/1/html");
        assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
            .contains("default-src 'none'", "sandbox allow-popups")
            .doesNotContain("allow-scripts", "allow-same-origin");
        assertThat(html.body()).contains("<head><base target=\"_blank\">");
    }

    @Test
    void theSourceIsTheMail() throws Exception {
        assertThat(get("/mail/1/raw").body()).isEqualTo(RAW);
    }

    @Test
    void thePagesBringTheirStyleAndScript() throws Exception {
        assertThat(get("/inbox.css").statusCode()).isEqualTo(200);
        assertThat(get("/inbox.js").statusCode()).isEqualTo(200);
        assertThat(get("/count").body()).isEqualTo("1");
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        for (String path : List.of("/mail/0", "/mail/2", "/mail/x", "/mail/1/other", "/../pom.xml")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void nothingCanBeChanged() throws Exception {
        var request = HttpRequest.newBuilder(uri("/")).POST(HttpRequest.BodyPublishers.noBody()).build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(405);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + inbox.port() + path);
    }

}
