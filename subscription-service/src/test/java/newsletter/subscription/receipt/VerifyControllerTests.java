package newsletter.subscription.receipt;

import java.net.http.HttpResponse;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import newsletter.subscription.SiteTest;
import newsletter.subscription.Visitor;

import static newsletter.subscription.Visitor.page;
import static org.assertj.core.api.Assertions.assertThat;

@SiteTest
@ExtendWith(OutputCaptureExtension.class)
class VerifyControllerTests {

    @Autowired
    private Visitor visitor;

    @Autowired
    private ReceiptKeys keys;

    private String file(String address) {
        this.visitor.takesUp(address, "mayor");
        return this.visitor.get(this.visitor.receiptLink(address) + "/receipt.json").body();
    }

    private HttpResponse<String> check(String pasted) {
        return this.visitor.post("/verify", "receipt", pasted);
    }

    @Test
    void aGenuineReceiptIsSaidToBeOneAndShown() {
        String file = file("genuine@verify.example.org");
        HttpResponse<String> response = check(file);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(page(response).expectFirst("h1").text()).isEqualTo("This receipt is genuine");
        assertThat(page(response).expectFirst("main").text()).contains("Email from the Mayor", "I agree that",
                "one that was withdrawn later still has a genuine receipt", "keep nothing");
        String signature = ReceiptJson.tree(file).get("signature").stringValue();
        assertThat(page(check(signature)).expectFirst("main").text())
            .isEqualTo(page(response).expectFirst("main").text());
    }

    @Test
    void itSaysTheSameOfAWithdrawnConsentBecauseNobodyIsLookedUp() {
        String file = file("withdrawn@verify.example.org");
        String before = check(file).body();
        this.visitor.post(this.visitor.unsubscribeLink("withdrawn@verify.example.org", "mayor"));
        assertThat(check(file).body()).isEqualTo(before).doesNotContain("has ended", "This consent ended");
    }

    @Test
    void aChangedReceiptIsSaidToBeChangedAndNothingOfItIsShown() {
        String changed = file("changed@verify.example.org").replace("City of Exford", "City of Oxbridge");
        HttpResponse<String> response = check(changed);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(page(response).expectFirst("h1").text()).isEqualTo("This receipt was changed");
        assertThat(response.body()).doesNotContain("Oxbridge");
    }

    @Test
    void aReceiptOfSomebodyElseIsSaidNotToBeOurs() {
        String foreign = SomeReceipt.signed(new ReceiptKeys(SomeReceipt.keyset())).file();
        assertThat(page(check(foreign)).expectFirst("h1").text()).isEqualTo("This receipt is not from us");
    }

    @Test
    void whatIsNoReceiptComesBackToBeCorrectedAndDoesNothing() {
        String evil = "</textarea><script>alert(1)</script>\"'><img src=x onerror=alert(1)>[[${7*7}]]";
        HttpResponse<String> response = check(evil);
        assertThat(response.statusCode()).isEqualTo(422);
        Document page = page(response);
        assertThat(page.title()).startsWith("Error:");
        assertThat(page.expectFirst("textarea[name=receipt]").wholeText().strip()).isEqualTo(evil);
        assertThat(page.select("main script, main img")).isEmpty();
        assertThat(page.expectFirst(".govuk-error-summary a").attr("href")).isEqualTo("#receipt");
        assertThat(page(check(" ")).expectFirst(".govuk-error-summary a").text()).isEqualTo("Paste a receipt");
        assertThat(page(check("x".repeat(60_001))).expectFirst(".govuk-error-summary a").text())
            .contains("longer than any of ours");
        assertThat(check("x".repeat(70_000)).statusCode()).isEqualTo(413);
        assertThat(this.visitor.post("/verify").statusCode()).isEqualTo(422);
    }

    @Test
    void whatASignedReceiptSaysIsShownAsText() {
        Document page = page(check(SomeReceipt.signed(this.keys).file()));
        assertThat(page.expectFirst("h1").text()).isEqualTo("This receipt is genuine");
        assertThat(page.expectFirst("main section .govuk-inset-text").text())
            .isEqualTo("I agree to “Email from the Mayor” <b>&");
        assertThat(page.select("main section b")).isEmpty();
    }

    @Test
    void nothingThatIsPastedIsKeptOrLogged(CapturedOutput output) {
        String file = file("logged@verify.example.org");
        String mark = "MARK-OF-THIS-TEST";
        for (String pasted : new String[] { file, file.replace("City of Exford", mark), mark, "{\"" + mark,
                mark.repeat(5000) }) {
            HttpResponse<String> response = check(pasted);
            assertThat(response.headers().firstValue("Cache-Control").orElse("no-store")).contains("no-store");
            assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
            assertThat(response.headers().firstValue("Location")).isEmpty();
        }
        this.visitor.get("/verify?receipt=" + mark);
        assertThat(output).doesNotContain(mark, "eyJ");
    }

    @Test
    void theFormShowsNothingThatALinkBrings() {
        assertThat(this.visitor.get("/verify?receipt=planted").body()).doesNotContain("planted");
    }

    @Test
    void anotherSitesPageMayNotSendTheForm() {
        assertThat(
                this.visitor.send(this.visitor.form("/verify", "receipt", "x").header("Sec-Fetch-Site", "cross-site"))
                    .statusCode())
            .isEqualTo(403);
    }

    @Test
    void theKeysAreWhereTheStandardSays() {
        HttpResponse<String> response = this.visitor.get("/.well-known/jwks.json");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
            .hasValueSatisfying((type) -> assertThat(type).startsWith("application/jwk-set+json"));
        assertThat(response.headers().firstValue("Cache-Control")).contains("max-age=600, public");
        assertThat(ReceiptJson.tree(response.body()).at("/keys/0/crv").stringValue()).isEqualTo("Ed25519");
        String tag = response.headers().firstValue("ETag").orElseThrow();
        assertThat(this.visitor.send(this.visitor.request("/.well-known/jwks.json").header("If-None-Match", tag))
            .statusCode()).isEqualTo(304);
    }

}
