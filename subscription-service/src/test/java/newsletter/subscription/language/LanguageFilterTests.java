package newsletter.subscription.language;

import java.net.http.HttpResponse;
import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import newsletter.subscription.SiteTest;
import newsletter.subscription.Visitor;

import static newsletter.subscription.Visitor.page;
import static org.assertj.core.api.Assertions.assertThat;

@SiteTest
class LanguageFilterTests {

    @Autowired
    private Visitor visitor;

    @Test
    void theAddressSaysWhichLanguageAPageIsIn() {
        Document english = page(this.visitor.get("/"));
        Document polish = page(this.visitor.get("/pl/"));
        assertThat(english.expectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(polish.expectFirst("html").attr("lang")).isEqualTo("pl");
        assertThat(polish.select("form").eachAttr("action")).containsExactly("/pl/");
        assertThat(polish.select("nav a[href], footer a[href^=/]").eachAttr("href"))
            .filteredOn((href) -> !href.equals("/"))
            .isNotEmpty()
            .allMatch((href) -> href.startsWith("/pl/"));
    }

    @Test
    void whatTheBrowserWouldLikeIsNotAsked() {
        HttpResponse<String> response = this.visitor
            .send(this.visitor.request("/news").header("Accept-Language", "pl"));
        assertThat(page(response).expectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(response.headers().allValues("Vary")).noneMatch((vary) -> vary.contains("Accept-Language"));
    }

    @Test
    void eachPageOffersItselfInTheOtherLanguage() {
        for (String path : List.of("/", "/news?page=1", "/newsletters/mayor", "/privacy", "/verify", "/confirm/forged",
                "/preferences", "/check-your-email")) {
            Document english = page(this.visitor.get(path));
            assertThat(english.select("header a[hreflang=pl][lang=pl]").eachAttr("href")).containsExactly("/pl" + path);
            Document polish = page(this.visitor.get("/pl" + path));
            assertThat(polish.select("header a[hreflang=en][lang=en]").eachAttr("href")).containsExactly(path);
        }
    }

    @Test
    void aFormThatCameBackIsOfferedAsItWasBefore() {
        assertThat(page(this.visitor.post("/pl/?a=b")).select("header a[hreflang=en]").eachAttr("href"))
            .containsExactly("/");
    }

    @Test
    void searchEnginesFindEachLanguageOfAPage() {
        for (String path : List.of("/pl/news", "/news")) {
            Document page = page(this.visitor.get(path));
            assertThat(page.select("link[rel=canonical]").eachAttr("href"))
                .containsExactly("http://localhost:8080" + path);
            assertThat(page.select("head link[rel=alternate][hreflang=en]").eachAttr("href"))
                .containsExactly("http://localhost:8080/news");
            assertThat(page.select("head link[rel=alternate][hreflang=pl]").eachAttr("href"))
                .containsExactly("http://localhost:8080/pl/news");
        }
        assertThat(page(this.visitor.get("/pl/confirm/forged")).select("link[rel=canonical], link[hreflang]"))
            .isEmpty();
    }

    @Test
    void aRedirectKeepsTheLanguage() {
        HttpResponse<String> response = this.visitor.post("/pl/preferences", "emailAddress", "pl@pages.example.org");
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains("/pl/preferences/check-your-email");
    }

    @Test
    void withoutItsSlashTheStartPageIsFoundAllTheSame() {
        HttpResponse<String> response = this.visitor.get("/pl");
        assertThat(response.statusCode()).isEqualTo(308);
        assertThat(response.headers().firstValue("Location")).contains("/pl/");
    }

    /** Links of a city that changed its first language go on working. */
    @Test
    void theFirstLanguageMayBeNamedToo() {
        Document page = page(this.visitor.get("/en/news"));
        assertThat(page.expectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(page.expectFirst("link[rel=canonical]").attr("href")).isEqualTo("http://localhost:8080/news");
    }

    @Test
    void aLanguageThatWeDoNotSpeakIsNoPage() {
        for (String path : List.of("/de/", "/PL/", "/%70l/", "/pl/pl/", "/pl/staff", "/pl/staff/", "/pln",
                "/pl/%2e./")) {
            assertThat(this.visitor.get(path).statusCode()).as(path).isIn(400, 404);
        }
    }

    @Test
    void anErrorIsSaidInTheLanguageOfThePage() {
        HttpResponse<String> response = this.visitor.get("/pl/nothing-here");
        assertThat(response.statusCode()).isEqualTo(404);
        Document page = page(response);
        assertThat(page.expectFirst("html").attr("lang")).isEqualTo("pl");
        assertThat(page.select("main a[href^=/]").eachAttr("href")).containsExactly("/pl/");
        assertThat(page.select("header a[hreflang=en]").eachAttr("href")).containsExactly("/");
    }

    @Test
    void filesHaveOneAddressForAllLanguages() {
        List<String> english = page(this.visitor.get("/")).select("link[rel=stylesheet]").eachAttr("href");
        assertThat(page(this.visitor.get("/pl/")).select("link[rel=stylesheet]").eachAttr("href")).isEqualTo(english);
        assertThat(english).allMatch((href) -> href.startsWith("/theme/"));
        assertThat(page(this.visitor.get("/pl/nothing")).select("link[rel=stylesheet]").eachAttr("href"))
            .isEqualTo(english);
    }

}
