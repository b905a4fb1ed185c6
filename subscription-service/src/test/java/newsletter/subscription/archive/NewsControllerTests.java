package newsletter.subscription.archive;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import newsletter.subscription.SiteTest;
import newsletter.subscription.Visitor;

import static newsletter.subscription.Visitor.page;
import static org.assertj.core.api.Assertions.assertThat;

@SiteTest
class NewsControllerTests {

    @Autowired
    private Visitor visitor;

    @Autowired
    private PublishedEditions editions;

    private void publish(String slug, String newsletter, String html, String at) {
        this.editions.add(new PublishedEdition(UUID.randomUUID(), slug, newsletter, "A bridge & a road", "en", html,
                "Dear residents", Instant.parse(at)));
    }

    @Test
    void theNewestEditionIsTheFirst() {
        publish("news-older", "mayor", "<p>Old</p>", "2998-01-01T09:00:00Z");
        publish("news-newer", "mayor", "<p>New</p>", "2998-02-01T09:00:00Z");
        Document page = page(this.visitor.get("/news"));
        assertThat(page.select("main h2 a").eachAttr("href")).startsWith("/news/news-newer", "/news/news-older");
        assertThat(page.expectFirst("main article").text()).contains("Email from the Mayor, 1 February 2998",
                "Dear residents");
    }

    @Test
    void thereAreMorePagesWhenThereAreMoreEditions() {
        for (int i = 0; i < 21; i++) {
            publish("many-" + i, "mayor", "<p>One of many</p>", "2000-01-01T09:00:00Z");
        }
        Document first = page(this.visitor.get("/news"));
        assertThat(first.select("main article")).hasSize(20);
        assertThat(first.select("a[rel=prev]")).isEmpty();
        Document second = page(this.visitor.get(first.expectFirst("a[rel=next]").attr("href")));
        assertThat(second.select("main article")).isNotEmpty();
        assertThat(second.expectFirst("a[rel=prev]").attr("href")).isEqualTo("/news?page=1");
        assertThat(this.visitor.get("/news?page=0").statusCode()).isEqualTo(404);
        assertThat(this.visitor.get("/news?page=many").statusCode()).isEqualTo(400);
    }

    @Test
    void anEditionHasAPageThatCanBeShared() {
        publish("shared", "mayor", "<p>We build <strong>it</strong>.</p>", "2026-11-22T23:30:00Z");
        Document page = page(this.visitor.get("/news/shared"));
        assertThat(page.expectFirst("h1").text()).isEqualTo("A bridge & a road");
        assertThat(page.expectFirst("main article strong").text()).isEqualTo("it");
        assertThat(page.expectFirst("main time").text()).isEqualTo("22 November 2026");
        assertThat(page.expectFirst("link[rel=canonical]").attr("href")).isEqualTo("http://localhost:8080/news/shared");
        assertThat(page.expectFirst("meta[property=og:title]").attr("content")).isEqualTo("A bridge & a road");
        assertThat(page.expectFirst("meta[property=og:url]").attr("content"))
            .isEqualTo("http://localhost:8080/news/shared");
        assertThat(page.expectFirst("meta[property=og:type]").attr("content")).isEqualTo("article");
        assertThat(page.expectFirst("meta[property=og:description]").attr("content")).isEqualTo("Dear residents");
        assertThat(page.select("[data-share], [data-copy]")).hasSize(2)
            .allSatisfy((button) -> assertThat(button.hasAttr("hidden")).isTrue());
        assertThat(page.select(".city-share a").eachText()).containsExactly("Share by Email", "Share by Facebook",
                "Share by X", "Share by LinkedIn", "Share by WhatsApp");
        assertThat(page.select(".city-share a").eachAttr("href")).anySatisfy((link) -> assertThat(link).startsWith(
                "mailto:?subject=A%20bridge%20%26%20a%20road&body=http%3A%2F%2Flocalhost%3A8080%2Fnews%2Fshared"));
    }

    @Test
    void whateverIsOnTheTopicTheCitysPageSubmitsNothingElsewhereAndRunsNothing() {
        publish("hostile", "mayor",
                "<p>Hi</p><script>alert(1)</script><form action='https://evil.example.net'>"
                        + "<input name=password></form><img src='https://evil.example.net/p.gif'>",
                "2026-11-22T09:00:00Z");
        Document page = page(this.visitor.get("/news/hostile"));
        assertThat(page.expectFirst("main article").select("script, form, input, img")).isEmpty();
    }

    @Test
    void c01TheSignUpBoxIsForThisNewsletterAndNotTicked() {
        publish("with-box", "clean-air", "<p>Air</p>", "2026-11-22T09:00:00Z");
        Document page = page(this.visitor.get("/news/with-box"));
        assertThat(page.select("input[name=newsletters]").eachAttr("value")).containsExactly("clean-air");
        assertThat(page.select("input[checked]")).isEmpty();
        this.visitor.takesAMoment();
        HttpResponse<String> response = this.visitor.post("/", "stamp", page.expectFirst("input[name=stamp]").val(),
                "newsletters", "clean-air", "emailAddress", "box@archive.example.org");
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(this.visitor.isKnown("box@archive.example.org")).isTrue();
    }

    @Test
    void anEditionOfANewsletterThatIsNoLongerOnOfferHasNoBox() {
        publish("gone", "gazette", "<p>Farewell</p>", "2026-11-22T09:00:00Z");
        assertThat(page(this.visitor.get("/news/gone")).select("form")).isEmpty();
    }

    @Test
    void anEditionThatIsNotThereIsNotFound() {
        HttpResponse<String> response = this.visitor.get("/news/nothing");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(page(response).expectFirst("h1").text()).isEqualTo("Page not found");
    }

}
