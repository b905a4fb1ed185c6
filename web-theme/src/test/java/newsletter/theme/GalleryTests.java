package newsletter.theme;

import java.io.UnsupportedEncodingException;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@WebMvcTest(Gallery.class)
class GalleryTests {

    @Autowired
    private MockMvcTester mvc;

    @Test
    void nothingIsInlineSoTheStrictestPolicyHolds() {
        for (Document page : List.of(gallery(), refused())) {
            assertThat(page.select("style, [style], script:not([src]), [http-equiv=refresh]:not(noscript *)"))
                .isEmpty();
            assertThat(page.getAllElements()).flatExtracting((element) -> element.attributes().asList())
                .extracting(Attribute::getKey)
                .noneMatch((name) -> name.startsWith("on") || name.startsWith("hx-on") || name.startsWith("th:"));
        }
    }

    @Test
    void nothingIsLoadedFromAnotherHost() {
        Document page = gallery();
        assertThat(page.select("[src], link[href], form[action]")).isNotEmpty()
            .extracting((element) -> element.attr("src") + element.attr("href") + element.attr("action"))
            .allMatch((address) -> address.matches("/[^/].*"));
        assertThat(page.select("meta[name=htmx-config]").attr("content")).contains("\"allowEval\":false",
                "\"includeIndicatorStyles\":false", "\"selfRequestsOnly\":true", "\"historyCacheSize\":0");
    }

    @Test
    void everyControlHasALabelAndEveryReferenceATarget() {
        for (Document page : List.of(gallery(), refused())) {
            assertThat(page.select("input:not([type=hidden]), select, textarea, progress")).hasSizeGreaterThan(8)
                .allSatisfy((control) -> assertThat(page.select("label[for=" + control.id() + "]")).hasSize(1));
            assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
            assertThat(page.select("[aria-describedby]").eachAttr("aria-describedby"))
                .flatExtracting((ids) -> List.of(ids.split(" ")))
                .allSatisfy((id) -> assertThat(page.getElementById(id)).isNotNull());
            assertThat(page.select("fieldset:not(:has(> legend))")).isEmpty();
        }
    }

    @Test
    void controlsKeepWhatTheyHold() {
        Document page = gallery();
        assertThat(page.select("#address").val()).isEqualTo("ada@example.org");
        assertThat(page.select("input[name=newsletters][checked]").eachAttr("value")).containsExactly("works");
        assertThat(page.select("input[name=often][checked]").eachAttr("value")).containsExactly("each");
        assertThat(page.select("#language option[selected]").eachAttr("value")).containsExactly("cy");
        assertThat(page.select("#text").text()).isEqualTo("Dear");
        assertThat(page.select("#grown").hasAttr("checked")).isTrue();
        assertThat(page.select("[aria-invalid], .govuk-error-summary, .govuk-error-message")).isEmpty();
    }

    @Test
    void errorsAreSaidInTitleSummaryAndAtTheField() {
        Document page = refused();
        assertThat(page.title()).isEqualTo("Error: Every component – Newsletters – City of Exford");
        assertThat(page.select(".govuk-error-summary [role=alert] a").eachAttr("href")).containsExactly("#newsletters",
                "#often", "#address", "#text", "#grown");
        assertThat(page.select(".govuk-error-summary a").eachAttr("href"))
            .allSatisfy((target) -> assertThat(page.select(target)).hasSize(1));
        Elements address = page.select("#address");
        assertThat(address.attr("aria-invalid")).isEqualTo("true");
        assertThat(address.attr("aria-describedby")).isEqualTo("address-hint address-error");
        assertThat(address.val()).isEqualTo("ada@");
        assertThat(page.select("#address-error").text())
            .isEqualTo("Error: Enter an email address such as name@example.org");
        assertThat(page.select("fieldset:has(#newsletters)").attr("aria-describedby"))
            .isEqualTo("newsletters-hint newsletters-error");
        assertThat(page.select("#language").hasAttr("aria-invalid")).isFalse();
    }

    @Test
    void thePageSaysWhereWeAre() {
        Document page = gallery();
        assertThat(page.title()).isEqualTo("Every component – Newsletters – City of Exford");
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("nav [aria-current=page]").eachText()).containsExactly("Gallery");
        assertThat(page.select("a.govuk-skip-link").attr("href")).isEqualTo("#main-content");
        assertThat(page.select("main#main-content h1").first()).isNotNull();
        assertThat(page.select("head meta[property=og:title]")).hasSize(1);
        assertThat(page.select(".city-header__account form[method=post] button").text()).isEqualTo("Sign out");
        assertThat(page.select("footer").text()).contains("1 Bridge Street", "help@exford.example.org",
                "data-protection@exford.example.org", "Privacy notice");
    }

    @Test
    void whatAPageDoesNotAskForIsNotThere() {
        Document page = page(this.mvc.get().uri("/plain").exchange(), HttpStatus.OK);
        assertThat(page.select("[name=htmx-config], [src*=htmx], noscript, .govuk-back-link, .city-body--wide"))
            .isEmpty();
        assertThat(page.select("main").text()).isEqualTo("Plain");
    }

    @Test
    void aPageOfAnExceptionHandlerKnowsTheCity() {
        Document page = page(this.mvc.get().uri("/unreachable").exchange(), HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(page.select("main").text()).contains("Sorry, the service is not available",
                "help@exford.example.org");
    }

    @Test
    void theAddressOfAFileChangesWithItsContentSoItIsKept() {
        String address = gallery().select("link[href*=theme-]").attr("href");
        assertThat(address).matches("/theme/theme-[0-9a-f]{32}\\.css");
        assertThat(this.mvc.get().uri(address)).hasStatusOk()
            .hasHeader("Cache-Control", "max-age=31536000, public, immutable");
    }

    private Document gallery() {
        return page(this.mvc.get().uri("/gallery").exchange(), HttpStatus.OK);
    }

    private Document refused() {
        return page(this.mvc.post()
            .uri("/gallery")
            .param("address", "ada@")
            .param("_newsletters", "on")
            .param("_grown", "on")
            .exchange(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Document page(MvcTestResult result, HttpStatus status) {
        assertThat(result).hasStatus(status);
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        }
        catch (UnsupportedEncodingException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
