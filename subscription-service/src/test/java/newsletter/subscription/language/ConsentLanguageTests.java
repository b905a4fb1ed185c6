package newsletter.subscription.language;

import java.net.http.HttpResponse;
import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.subscription.SiteTest;
import newsletter.subscription.Visitor;

import static newsletter.subscription.Visitor.page;
import static org.assertj.core.api.Assertions.assertThat;

/** C-12, from the page to the record: translations are wordings of their own. */
@SiteTest
class ConsentLanguageTests {

    @Autowired
    private Visitor visitor;

    @Autowired
    private JdbcClient jdbc;

    private String languageOf(String sha256) {
        return this.jdbc.sql("SELECT language FROM wording WHERE sha256 = :sha256")
            .param("sha256", sha256)
            .query(String.class)
            .single();
    }

    @Test
    void c12WhoSignsUpOnAPolishPageAgreesToPolishWords() {
        String address = "polish@language.example.org";
        Document form = page(this.visitor.get("/pl/"));
        String shown = form.select("input[value=mayor] ~ .govuk-hint [data-statement]").attr("data-statement");
        assertThat(languageOf(shown)).isEqualTo("pl");
        HttpResponse<String> sent = this.visitor.post("/pl/", this.visitor.filledInOn("/pl/", address, "mayor"));
        assertThat(sent.headers().firstValue("Location")).contains("/pl/check-your-email");
        this.visitor.post("/pl" + this.visitor.confirmLink(address));
        assertThat(this.visitor.takes(address)).containsExactly("mayor");
        List<String> agreed = this.jdbc.sql("""
                SELECT consent.statement, privacy_notice, confirmation_mail, request.language
                FROM consent JOIN subscription_request request ON request.id = request_id
                WHERE consent.subscriber_id = :subscriber
                """)
            .param("subscriber", this.visitor.subscriberId(address))
            .query((row, _) -> List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
            .single();
        assertThat(agreed.getFirst()).isEqualTo(shown);
        assertThat(agreed.subList(0, 3)).extracting(this::languageOf).containsOnly("pl");
        assertThat(agreed.getLast()).isEqualTo("pl");
    }

    @Test
    void c12AFormOfOneLanguageIsStaleInAnother() {
        String[] polish = this.visitor.filledInOn("/pl/", "mixed@language.example.org", "mayor");
        assertThat(this.visitor.post("/", polish).statusCode()).isEqualTo(422);
        assertThat(this.visitor.isKnown("mixed@language.example.org")).isFalse();
    }

    /** Exford’s libraries have no Polish statement. */
    @Test
    void c12WhatHasNoWordsInALanguageIsNotOfferedInIt() {
        assertThat(page(this.visitor.get("/")).select("input[name=newsletters]").eachAttr("value"))
            .contains("libraries");
        assertThat(page(this.visitor.get("/pl/")).select("input[name=newsletters]").eachAttr("value"))
            .containsExactly("mayor", "clean-air");
        Document page = page(this.visitor.get("/pl/newsletters/libraries"));
        assertThat(page.select("main form")).isEmpty();
        assertThat(page.expectFirst("h1").attr("lang")).isEqualTo("en");
    }

    @Test
    void aPersonWhoAgreedInPolishSeesTheirPageInEither() {
        String address = "either@language.example.org";
        this.visitor.post("/pl/", this.visitor.filledInOn("/pl/", address, "clean-air"));
        this.visitor.post(this.visitor.confirmLink(address));
        Document polish = page(this.visitor.get("/pl" + this.visitor.preferencesLink(address)));
        assertThat(polish.select("h1").text()).isEqualTo("Twoje biuletyny");
        assertThat(polish.select(".city-card__title").eachText()).containsExactly("Czyste powietrze");
        assertThat(polish.select(".city-timeline__title").eachText())
            .containsExactly("Potwierdzono: „Czyste powietrze”", "Prośba o „Czyste powietrze”");
        Document english = page(this.visitor.get(this.visitor.preferencesLink(address)));
        assertThat(english.select(".city-card__title").eachText()).containsExactly("Clean air");
        Document receipt = page(this.visitor.get("/pl" + this.visitor.receiptLink(address)));
        assertThat(receipt.select("main h3").eachText()).containsExactly("Czyste powietrze");
        assertThat(receipt.select("main .govuk-inset-text[lang=pl]").text()).startsWith("Wyrażam zgodę");
    }

}
