package newsletter.subscription.receipt;

import java.net.http.HttpResponse;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import newsletter.personaldata.SignedLinks.Action;
import newsletter.subscription.SiteTest;
import newsletter.subscription.Visitor;
import newsletter.subscription.receipt.Verifier.Finding;

import static newsletter.subscription.Visitor.page;
import static org.assertj.core.api.Assertions.assertThat;

@SiteTest
class ReceiptControllerTests {

    @Autowired
    private Visitor visitor;

    @Autowired
    private Verifier verifier;

    private String receiptOf(String address, String... newsletters) {
        this.visitor.takesUp(address, newsletters);
        return this.visitor.receiptLink(address);
    }

    @Test
    void whoHasConfirmedIsLedToTheReceipt() {
        this.visitor.takesUp("led@receipt.example.org", "mayor");
        Document confirmed = page(this.visitor.get(this.visitor.confirmLink("led@receipt.example.org")));
        String link = confirmed.expectFirst("main a[href^=/receipts/]").attr("href");
        assertThat(link).isEqualTo(this.visitor.receiptLink("led@receipt.example.org"));
        HttpResponse<String> response = this.visitor.get(link);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(page(response).expectFirst("main .city-hash, main .govuk-summary-list__value").text())
            .isEqualTo(confirmed.expectFirst(".govuk-panel .city-hash").text());
    }

    @Test
    void thePageSaysWordForWordWhatWasAgreedToAndByWhichNotice() {
        Document form = page(this.visitor.get("/"));
        String statement = form.expectFirst("#" + form.expectFirst("input[value=mayor]").id() + "-statement").text();
        Document page = page(this.visitor.get(receiptOf("words@receipt.example.org", "mayor", "libraries")));
        assertThat(page.select("main section h3").eachText()).containsExactly("Email from the Mayor",
                "What’s on at the libraries");
        assertThat(page.expectFirst("main section .govuk-inset-text").text()).isEqualTo(statement);
        assertThat(page.expectFirst("main").text()).contains("City of Exford", "City Hall",
                "data-protection@exford.example.org", "Good until");
        assertThat(page.select("main dl a[href*=/wordings/]")).hasSize(1);
        assertThat(page.select("main section a[href*=/wordings/]")).hasSize(2);
        assertThat(page.text()).doesNotContain("This consent ended");
    }

    @Test
    void theFileIsSignedAndGenuineAndWithoutTheAddress() {
        String link = receiptOf("kept@receipt.example.org", "mayor", "clean-air");
        HttpResponse<String> file = this.visitor.get(link + "/receipt.json");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).contains("application/json;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition"))
            .hasValueSatisfying((header) -> assertThat(header).matches("attachment; filename=\"receipt-.*\\.json\""));
        assertThat(file.headers().firstValue("Cache-Control"))
            .hasValueSatisfying((cache) -> assertThat(cache).contains("no-store"));
        assertThat(this.verifier.check(file.body()).finding()).isEqualTo(Finding.GENUINE);
        JsonNode json = ReceiptJson.tree(file.body());
        assertThat(json.get("pii_principal_id").stringValue())
            .isEqualTo(this.visitor.subscriberId("kept@receipt.example.org").toString());
        assertThat(json.get("records").size()).isEqualTo(2);
        assertThat(file.body()).doesNotContain("kept", "receipt.example.org").contains("“Clean air”");
        assertThat(this.visitor.get(link + "/receipt.json").body()).isEqualTo(file.body());
    }

    @Test
    void theSavedPageLoadsNothingAndHasTheSameSignature() {
        String link = receiptOf("saved@receipt.example.org", "mayor");
        HttpResponse<String> file = this.visitor.get(link + "/receipt.html");
        assertThat(file.headers().firstValue("Content-Disposition"))
            .hasValueSatisfying((header) -> assertThat(header).matches("attachment; filename=\"receipt-.*\\.html\""));
        Document page = Jsoup.parse(file.body());
        assertThat(page.select("link, script, img, style, [style], iframe, form")).isEmpty();
        assertThat(page.select("a").eachAttr("href"))
            .allSatisfy((href) -> assertThat(href).startsWith("http://localhost:8080/"));
        String signature = page.expectFirst("textarea").text();
        assertThat(this.verifier.check(signature).finding()).isEqualTo(Finding.GENUINE);
        assertThat(ReceiptJson.tree(this.visitor.get(link + "/receipt.json").body()).get("signature").stringValue())
            .isEqualTo(signature);
        assertThat(file.body()).doesNotContain("saved@", "receipt.example.org");
    }

    @Test
    void aWithdrawnConsentKeepsItsReceiptAndThePageSaysThatItHasEnded() {
        String link = receiptOf("left@receipt.example.org", "mayor", "libraries");
        String before = this.visitor.get(link + "/receipt.json").body();
        this.visitor.post(this.visitor.unsubscribeLink("left@receipt.example.org", "mayor"));
        assertThat(this.visitor.get(link + "/receipt.json").body()).isEqualTo(before);
        Document page = page(this.visitor.get(link));
        assertThat(page.select("main section").get(0).text()).contains("This consent ended on",
                "The receipt still shows that it was given");
        assertThat(page.select("main section").get(1).text()).doesNotContain("This consent ended");
    }

    @Test
    void aForgedOrBorrowedLinkShowsNothing() {
        String link = receiptOf("forged@receipt.example.org", "mayor");
        receiptOf("other@receipt.example.org", "mayor");
        UUID other = this.visitor.subscriberId("other@receipt.example.org");
        String number = page(this.visitor.get(link)).expectFirst("main .govuk-summary-list__value").text();
        String[] bad = { link.substring(0, link.length() - 1), "/receipts/x", "/receipts/" + number,
                this.visitor.unsubscribeLink("forged@receipt.example.org", "mayor")
                    .replace("/unsubscribe/", "/receipts/"),
                this.visitor.link(Action.RECEIPT, other, number, null),
                this.visitor.link(Action.RECEIPT, UUID.randomUUID(), number, null) };
        for (String path : bad) {
            for (String end : new String[] { "", "/receipt.json", "/receipt.html" }) {
                HttpResponse<String> response = this.visitor.get(path + end);
                assertThat(response.statusCode()).as(path + end).isEqualTo(404);
                assertThat(response.headers().firstValue("Content-Disposition")).isEmpty();
            }
        }
        assertThat(this.visitor.post(link).statusCode()).isEqualTo(405);
    }

}
