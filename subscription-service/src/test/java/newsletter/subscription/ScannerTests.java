package newsletter.subscription;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static newsletter.subscription.Visitor.page;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A mail scanner: it opens every link of a mail before its reader does, looks ahead as
 * browsers do, and follows whatever it finds there.
 */
@SiteTest
class ScannerTests {

    private static final List<String> METHODS = List.of("GET", "HEAD", "OPTIONS");

    private static final int ENOUGH = 80;

    @Autowired
    private Visitor visitor;

    @Autowired
    private JdbcClient jdbc;

    /** All that was asked for and agreed to with this address, row by row. */
    private List<String> state(String address) {
        return this.jdbc.sql("""
                SELECT request::text FROM subscription_request request WHERE subscriber_id = :subscriber
                UNION ALL SELECT consent::text FROM consent WHERE subscriber_id = :subscriber
                UNION ALL SELECT letter::text FROM budgeted_letter letter JOIN subscriber USING (tag)
                    WHERE subscriber.id = :subscriber
                UNION ALL SELECT subscriber::text FROM subscriber WHERE id = :subscriber
                ORDER BY 1
                """).param("subscriber", this.visitor.subscriberId(address)).query(String.class).list();
    }

    /** How many pages it has seen. */
    private int scan(List<String> mail) {
        Deque<String> found = new ArrayDeque<>(mail);
        Set<String> seen = new HashSet<>(mail);
        int pages = 0;
        while (!found.isEmpty() && pages < ENOUGH) {
            String path = found.poll();
            pages++;
            for (String method : METHODS) {
                HttpResponse<String> response = this.visitor.send(lookAhead(path, method));
                assertThat(response.statusCode()).as("%s %s", method, path).isLessThan(500);
                if (method.equals("GET")) {
                    links(response).filter(seen::add).forEach(found::add);
                }
            }
        }
        return pages;
    }

    private HttpRequest.Builder lookAhead(String path, String method) {
        return this.visitor.request(path)
            .method(method, BodyPublishers.noBody())
            .header("Purpose", "prefetch")
            .header("Sec-Purpose", "prefetch;prerender")
            .header("Sec-Fetch-Site", "cross-site");
    }

    /** Whatever has an address, the addresses of forms too. */
    private Stream<String> links(HttpResponse<String> response) {
        return page(response).select("[href], [action], [formaction]")
            .stream()
            .flatMap((Element element) -> List.of("href", "action", "formaction")
                .stream()
                .filter(element::hasAttr)
                .map(element::absUrl))
            .filter((address) -> address.startsWith(this.visitor.uri("/").toString()))
            .map(URI::create)
            .map((address) -> address.getRawPath()
                    + ((address.getRawQuery() != null) ? "?" + address.getRawQuery() : ""));
    }

    @Test
    void a02ALetterThatWasScannedConfirmsNothing() {
        this.visitor.signsUp("scanned@scanner.example.org", "mayor", "libraries");
        List<String> before = state("scanned@scanner.example.org");
        String confirm = this.visitor.confirmLink("scanned@scanner.example.org");
        assertThat(scan(List.of(confirm))).isGreaterThan(5);
        assertThat(state("scanned@scanner.example.org")).isEqualTo(before);
        assertThat(this.visitor.takes("scanned@scanner.example.org")).isEmpty();
    }

    @Test
    void a03ANewsletterThatWasScannedEndsNothing() {
        this.visitor.takesUp("reader@scanner.example.org", "mayor", "libraries");
        List<String> before = state("reader@scanner.example.org");
        String unsubscribe = this.visitor.unsubscribeLink("reader@scanner.example.org", "mayor");
        String oneClick = unsubscribe.replace("/unsubscribe/", "/one-click/");
        assertThat(scan(List.of(unsubscribe, oneClick, this.visitor.preferencesLink("reader@scanner.example.org"),
                this.visitor.receiptLink("reader@scanner.example.org"))))
            .isGreaterThan(10);
        // Some send what they find without what a mail program says (RFC 8058).
        this.visitor.post(oneClick);
        assertThat(state("reader@scanner.example.org")).isEqualTo(before);
    }

    @Test
    void a04ALinkThatWasScannedStillWorksForItsReader() {
        this.visitor.signsUp("later@scanner.example.org", "mayor");
        String confirm = this.visitor.confirmLink("later@scanner.example.org");
        scan(List.of(confirm));
        this.visitor.post(confirm);
        assertThat(this.visitor.takes("later@scanner.example.org")).containsExactly("mayor");
        String unsubscribe = this.visitor.unsubscribeLink("later@scanner.example.org", "mayor");
        scan(List.of(confirm, unsubscribe));
        this.visitor.post(unsubscribe);
        assertThat(this.visitor.takes("later@scanner.example.org")).isEmpty();
    }

}
