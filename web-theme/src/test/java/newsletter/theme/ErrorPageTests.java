package newsletter.theme;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ErrorPageTests {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({ "400, We could not read that request", "403, You cannot do this", "404, Page not found",
            "405, 'Sorry, something went wrong'", "410, This link no longer works",
            "413, That is too much to send at once", "422, We could not accept what was entered",
            "429, Too many attempts", "500, 'Sorry, there is a problem with the service'",
            "503, 'Sorry, the service is not available'" })
    void anErrorSaysWhatHappenedAndWhatToDo(int status, String heading) throws Exception {
        HttpResponse<String> response = get("/fails?status=" + status);
        assertThat(response.statusCode()).isEqualTo(status);
        Document page = Jsoup.parse(response.body());
        assertThat(page.select("h1").eachText()).containsExactly(heading);
        assertThat(page.title()).startsWith(heading);
        assertThat(page.select("main p")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(page.select("main a[href]").eachAttr("href")).contains("/", "mailto:help@exford.example.org");
        assertThat(response.body()).doesNotContain("secret detail", "Exception", "at newsletter.", "??");
        // Files keep their addresses when a page is rendered after an error.
        assertThat(page.select("link[rel=stylesheet]").first()).asString().containsPattern("theme-[0-9a-f]{32}");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (var browser = HttpClient.newHttpClient()) {
            return browser.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
                .header("Accept", "text/html")
                .build(), HttpResponse.BodyHandlers.ofString());
        }
    }

}
