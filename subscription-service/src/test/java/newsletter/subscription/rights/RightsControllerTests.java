package newsletter.subscription.rights;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.subscription.SiteTest;
import newsletter.subscription.Visitor;

import static newsletter.subscription.Visitor.page;
import static org.assertj.core.api.Assertions.assertThat;

@SiteTest
class RightsControllerTests {

    @Autowired
    private Visitor visitor;

    @Autowired
    private JdbcClient jdbc;

    private final String address = "ada-" + UUID.randomUUID() + "@rights.example.org";

    private String link = "";

    @BeforeEach
    void subscribe() {
        this.visitor.takesUp(this.address, "mayor");
        this.link = this.visitor.ownersLink(this.address).replace("/preferences/", "/your-data/");
    }

    private int cases() {
        return this.jdbc.sql("SELECT count(*) FROM rights_request WHERE subscriber_id = :subscriber")
            .param("subscriber", this.visitor.subscriberId(this.address))
            .query(Integer.class)
            .single();
    }

    private Document follow(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(303);
        return page(this.visitor.get(response.headers().firstValue("Location").orElseThrow()));
    }

    private HttpResponse<String> presses(String right) {
        Document page = page(this.visitor.get(this.link + "/" + right));
        return this.visitor.post(this.link + "/" + right, "form", page.expectFirst("main form input[name=form]").val());
    }

    @Test
    void anObjectionIsOnePageAndOneButton() {
        Document page = follow(presses("objection"));
        assertThat(page.text()).contains("We send you no newsletter any more", "Objection");
        assertThat(this.visitor.takes(this.address)).isEmpty();
    }

    @Test
    void c26ARestrictionShowsOnThePageAndCannotBeAskedForTwice() {
        Document page = follow(presses("restriction"));
        assertThat(page.text()).contains("we keep your data and do not use it", "Restriction");
        assertThat(page(this.visitor.get(this.link + "/restriction")).select("main form")).isEmpty();
        assertThat(this.visitor.takes(this.address)).containsExactly("mayor");
        assertThat(cases()).isEqualTo(1);
    }

    @Test
    void c41AComplaintGetsANumberAndItsWordsAreShownAsWords() {
        Document page = follow(
                this.visitor.post(this.link + "/complaint", "form", "f", "words", "You <b>wrote</b> to me"));
        assertThat(page.text()).contains("We have your complaint", "Complaint");
        HttpResponse<String> copy = this.visitor.post(this.link + "/copy", "format", "html");
        assertThat(copy.body()).contains("You &lt;b&gt;wrote&lt;/b&gt; to me").doesNotContain("<b>wrote");
    }

    @Test
    void aComplaintWithoutWordsOrWithTooManyComesBackAsItWas() {
        for (String words : List.of("", " \r\n ", "x".repeat(RightsForm.MAX_LENGTH + 1))) {
            HttpResponse<String> response = this.visitor.post(this.link + "/complaint", "form", "f", "words", words);
            assertThat(response.statusCode()).isEqualTo(422);
            Document page = page(response);
            assertThat(page.title()).startsWith("Error: ");
            assertThat(page.select(".govuk-error-summary a[href=#words]")).hasSize(1);
            assertThat(page.expectFirst("#words").wholeText().strip()).isEqualTo(words.strip());
        }
        assertThat(cases()).isZero();
    }

    @Test
    void aComplaintOf64KilobytesIsRefusedAtTheDoor() {
        HttpResponse<String> response = this.visitor.post(this.link + "/complaint", "form", "f", "words",
                "x".repeat(65 * 1024));
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(cases()).isZero();
    }

    @Test
    void theSixthOfADayIsToldToWait() {
        for (int i = 0; i < Rights.A_DAY; i++) {
            this.visitor.post(this.link + "/complaint", "form", "f" + i, "words", "No. " + i);
        }
        HttpResponse<String> response = this.visitor.post(this.link + "/complaint", "form", "g", "words", "Once more");
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(page(response).text()).contains("five requests");
        assertThat(cases()).isEqualTo(Rights.A_DAY);
    }

    @ParameterizedTest
    @ValueSource(strings = { "objection", "restriction", "complaint" })
    void aForwardedLinkUsesNoRightAndI06LookingNeither(String right) {
        this.visitor.get(this.link + "/" + right);
        this.visitor.send(this.visitor.request(this.link + "/" + right).HEAD());
        String forwarded = this.visitor.preferencesLink(this.address).replace("/preferences/", "/your-data/");
        assertThat(this.visitor.get(forwarded + "/" + right).statusCode()).isEqualTo(403);
        assertThat(this.visitor.post(forwarded + "/" + right, "form", "f", "words", "x").statusCode()).isEqualTo(403);
        assertThat(this.visitor.post(this.link + "x/" + right, "form", "f", "words", "x").statusCode()).isEqualTo(404);
        assertThat(cases()).isZero();
        assertThat(this.visitor.takes(this.address)).containsExactly("mayor");
    }

}
