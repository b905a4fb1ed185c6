package newsletter.subscription.archive;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.subscription.SiteTest;
import newsletter.subscription.Visitor;

import static newsletter.subscription.Visitor.page;
import static org.assertj.core.api.Assertions.assertThat;

@SiteTest
class NewsletterControllerTests {

    @Autowired
    private Visitor visitor;

    @Autowired
    private PublishedEditions editions;

    @Autowired
    private JdbcClient jdbc;

    private void publish(String slug, String newsletter, String at) {
        this.editions.add(new PublishedEdition(UUID.randomUUID(), slug, newsletter, "About " + slug, "en",
                "<p>Dear residents</p>", "Dear residents", Instant.parse(at)));
    }

    /** A newsletter of its own. */
    private void newsletter(String id, @Nullable String published) {
        this.jdbc.sql("""
                INSERT INTO newsletter (id, name, purpose, sender, sender_address, frequency, direct_marketing,
                    language, position, published_at)
                VALUES (:id, :name, 'A test.', 'A test', 'test@news.exford.example.org', 'Never', true, 'en', 100,
                    :published::timestamptz)
                """).param("id", id).param("name", "Called " + id).param("published", published).update();
    }

    @Test
    void aNewsletterHasAPageWithItsOwnEditionsNewestFirstAndItsBox() {
        publish("own-older", "libraries", "2997-01-01T09:00:00Z");
        publish("own-newer", "libraries", "2997-02-01T09:00:00Z");
        publish("not-own", "mayor", "2997-03-01T09:00:00Z");
        Document page = page(this.visitor.get("/newsletters/libraries"));
        assertThat(page.expectFirst("h1").text()).isEqualTo("What’s on at the libraries");
        assertThat(page.select("main article h2 a").eachAttr("href")).startsWith("/news/own-newer", "/news/own-older")
            .doesNotContain("/news/not-own");
        assertThat(page.select("input[name=newsletters]").eachAttr("value")).containsExactly("libraries");
        assertThat(page.select("input[checked]")).isEmpty();
        assertThat(page.expectFirst("link[rel=canonical]").attr("href"))
            .isEqualTo("http://localhost:8080/newsletters/libraries");
    }

    @Test
    void itHasMorePagesWhenItHasMoreEditions() {
        newsletter("paged", "2026-01-01T00:00:00Z");
        for (int i = 0; i < 21; i++) {
            publish("paged-" + i, "paged", "2000-01-01T09:00:00Z");
        }
        Document first = page(this.visitor.get("/newsletters/paged"));
        assertThat(first.select("main article")).hasSize(20);
        Document second = page(this.visitor.get(first.expectFirst("a[rel=next]").attr("href")));
        assertThat(second.select("main article")).hasSize(1);
        assertThat(second.expectFirst("a[rel=prev]").attr("href")).isEqualTo("/newsletters/paged?page=1");
        assertThat(second.expectFirst("link[rel=canonical]").attr("href"))
            .isEqualTo("http://localhost:8080/newsletters/paged?page=2");
        assertThat(this.visitor.get("/newsletters/paged?page=3").statusCode()).isEqualTo(404);
    }

    @Test
    void everyPageOfNewsLeadsToTheFeedOfItsNewsletter() {
        publish("leads-to-feed", "mayor", "2026-11-22T09:00:00Z");
        String feeds = "link[rel=alternate][type=application/atom+xml]";
        assertThat(page(this.visitor.get("/news/leads-to-feed")).select(feeds).eachAttr("href"))
            .containsExactly("/newsletters/mayor.atom");
        assertThat(page(this.visitor.get("/newsletters/mayor")).select(feeds).eachAttr("href"))
            .containsExactly("/newsletters/mayor.atom");
        assertThat(page(this.visitor.get("/news")).select(feeds).eachAttr("href")).contains("/newsletters/mayor.atom",
                "/newsletters/clean-air.atom", "/newsletters/libraries.atom");
        assertThat(page(this.visitor.get("/news/leads-to-feed")).select("main article a[href=/newsletters/mayor]"))
            .hasSize(1);
    }

    @Test
    void theFeedHasItsOwnEditionsAndSaysWhatItIs() {
        newsletter("fed", "2026-01-01T00:00:00Z");
        publish("fed-older", "fed", "2026-10-22T09:00:00Z");
        publish("fed-newer", "fed", "2026-11-22T09:00:00Z");
        publish("not-fed", "mayor", "2026-12-22T09:00:00Z");
        HttpResponse<String> response = this.visitor.get("/newsletters/fed.atom");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/atom+xml;charset=UTF-8");
        assertThat(response.headers().firstValue("Cache-Control")).contains("max-age=600, public");
        assertThat(response.headers().firstValue("Last-Modified")).contains("Sun, 22 Nov 2026 09:00:00 GMT");
        Document feed = Jsoup.parse(response.body(), "", Parser.xmlParser());
        assertThat(feed.select("entry > title").eachText()).containsExactly("About fed-newer", "About fed-older");
        assertThat(feed.select("entry > link").eachAttr("href")).first()
            .isEqualTo("http://localhost:8080/news/fed-newer");
        assertThat(feed.select("feed > link[rel=self]").attr("href"))
            .isEqualTo("http://localhost:8080/newsletters/fed.atom");
    }

    @Test
    void whoHasTheFeedIsToldSoUntilThereIsMore() {
        newsletter("asked-again", "2026-01-01T00:00:00Z");
        publish("asked-first", "asked-again", "2026-10-22T09:00:00Z");
        HttpResponse<String> first = this.visitor.get("/newsletters/asked-again.atom");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        String date = first.headers().firstValue("Last-Modified").orElseThrow();
        HttpResponse<String> again = askAgain("If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("Cache-Control")).contains("max-age=600, public");
        assertThat(askAgain("If-Modified-Since", date).statusCode()).isEqualTo(304);
        publish("asked-second", "asked-again", "2026-11-22T09:00:00Z");
        assertThat(askAgain("If-None-Match", tag).statusCode()).isEqualTo(200);
        assertThat(askAgain("If-Modified-Since", date).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> askAgain(String header, String value) {
        return this.visitor.send(this.visitor.request("/newsletters/asked-again.atom").header(header, value));
    }

    @Test
    void aNewsletterThatIsNotPublishedYetIsNotThere() {
        newsletter("planned", "2999-01-01T00:00:00Z");
        newsletter("draft", null);
        for (String id : new String[] { "planned", "draft", "nothing", "%27", "mayor.rss" }) {
            assertThat(this.visitor.get("/newsletters/" + id).statusCode()).as(id).isEqualTo(404);
            assertThat(this.visitor.get("/newsletters/" + id + ".atom").statusCode()).as(id).isEqualTo(404);
        }
    }

    @Test
    void theEditionsOfANewsletterThatHasEndedStay() {
        publish("last-words", "chronicle", "2026-11-22T09:00:00Z");
        Document page = page(this.visitor.get("/newsletters/chronicle"));
        assertThat(page.select("main article h2 a").eachAttr("href")).containsExactly("/news/last-words");
        assertThat(page.select("form")).isEmpty();
        assertThat(page.expectFirst("main").text()).contains("not sent any more");
        assertThat(this.visitor.get("/newsletters/chronicle.atom").statusCode()).isEqualTo(200);
    }

}
