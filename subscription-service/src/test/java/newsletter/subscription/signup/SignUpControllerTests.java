package newsletter.subscription.signup;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.subscription.SiteTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.Visitor;

import static newsletter.subscription.Visitor.page;
import static org.assertj.core.api.Assertions.assertThat;

@SiteTest
class SignUpControllerTests {

    @Autowired
    private Visitor visitor;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Element form() {
        return page(this.visitor.get("/")).expectFirst("form[action=/]");
    }

    private static List<String> errors(Document page) {
        return page.select(".govuk-error-summary__list li").eachText();
    }

    @Test
    void c01NoBoxIsTicked() {
        assertThat(form().select("input[type=checkbox][name=newsletters]")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(this.visitor.get("/").body()).doesNotContain("checked");
    }

    @Test
    void c02StatementsPromiseAndWithdrawalStandInTheFormAndNobodyAcceptsTerms() {
        Element form = form();
        assertThat(form.select("[data-statement]")).hasSameSizeAs(form.select("input[type=checkbox]"));
        assertThat(form.text()).contains("City of Exford", "We pass your details to no third party")
            .doesNotContainIgnoringCase("terms");
        assertThat(form.select("a[href=/privacy]")).hasSize(1);
    }

    @Test
    void c04TheStatementIsShownWordForWordAndStoredByItsHash() throws Exception {
        for (Element statement : form().select("[data-statement]")) {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(statement.wholeText().getBytes(StandardCharsets.UTF_8));
            assertThat(statement.attr("data-statement")).isEqualTo(HexFormat.of().formatHex(hash));
        }
        this.visitor.signsUp("golden@page.example.org", "mayor");
        assertThat(this.jdbc.sql("""
                SELECT statement FROM requested_newsletter
                JOIN subscription_request ON id = request_id
                WHERE subscriber_id = :subscriber
                """)
            .param("subscriber", this.visitor.subscriberId("golden@page.example.org"))
            .query(String.class)
            .single()).isEqualTo(form().expectFirst("[data-statement]").attr("data-statement"));
    }

    @Test
    void c06ThePersonReadsThatTheyCanWithdrawBeforeTheyReachTheButton() {
        String source = form().outerHtml();
        assertThat(source.indexOf("id=\"withdrawal\"")).isPositive().isLessThan(source.indexOf("<button"));
    }

    @Test
    void aSignUpLeadsToAPageThatTellsNothing() {
        HttpResponse<String> response = this.visitor.signsUp("ada@page.example.org", "mayor", "clean-air");
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains("/check-your-email");
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(this.visitor.isKnown("ada@page.example.org")).isTrue();
        Document next = page(this.visitor.get("/check-your-email"));
        assertThat(next.text()).contains("7 days", "spam").doesNotContain("ada@");
    }

    @Test
    void c01WithoutANewsletterNothingIsStoredAndWhatWasTypedStays() {
        HttpResponse<String> response = this.visitor.signsUp("none@page.example.org");
        assertThat(response.statusCode()).isEqualTo(422);
        Document page = page(response);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(errors(page)).containsExactly("Select at least one newsletter");
        assertThat(page.expectFirst(".govuk-error-summary a").attr("href")).isEqualTo("#newsletters");
        assertThat(page.getElementById("newsletters")).isNotNull();
        assertThat(page.expectFirst("#emailAddress").val()).isEqualTo("none@page.example.org");
        assertThat(this.visitor.isKnown("none@page.example.org")).isFalse();
    }

    @Test
    void withoutAnAddressTheTickedBoxesStay() {
        HttpResponse<String> response = this.visitor.signsUp(" ", "clean-air");
        assertThat(response.statusCode()).isEqualTo(422);
        Document page = page(response);
        assertThat(errors(page)).containsExactly("Enter your email address");
        assertThat(page.expectFirst(".govuk-error-summary a").attr("href")).isEqualTo("#emailAddress");
        assertThat(page.select("input[checked]").eachAttr("value")).containsExactly("clean-air");
        assertThat(page.expectFirst("#emailAddress").attr("aria-invalid")).isEqualTo("true");
    }

    @Test
    void whatIsNoAddressIsRefusedAndShownAsItWasTyped() {
        HttpResponse<String> response = this.visitor.signsUp("\"><b>ada@page", "mayor");
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(errors(page(response)))
            .containsExactly("Enter an email address in the correct format, like name@example.org");
        assertThat(page(response).expectFirst("#emailAddress").val()).isEqualTo("\"><b>ada@page");
    }

    @Test
    void allErrorsAreShownInTheOrderOfThePage() {
        assertThat(errors(page(this.visitor.post("/")))).containsExactly("Select at least one newsletter",
                "Enter your email address");
    }

    @Test
    void anUnknownNewsletterIsRefused() {
        HttpResponse<String> response = this.visitor.signsUp("odd@page.example.org", "mayor", "horoscope");
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(errors(page(response))).singleElement().asString().startsWith("Select newsletters from the list");
        assertThat(page(response).select("input[checked]").eachAttr("value")).containsExactly("mayor");
        assertThat(this.visitor.isKnown("odd@page.example.org")).isFalse();
    }

    @Test
    void c04AForgedStampIsRefused() {
        String[] form = this.visitor.filledIn("forged@page.example.org", "mayor");
        form[1] = form[1].substring(0, form[1].length() - 1);
        assertStale(this.visitor.post("/", form), "forged@page.example.org");
        assertStale(this.visitor.post("/", Arrays.copyOfRange(form, 2, form.length)), "forged@page.example.org");
    }

    @Test
    void aFormOfYesterdayIsStaleAndTheNextOneIsNot() {
        String[] form = this.visitor.filledIn("yesterday@page.example.org", "mayor");
        this.clock.forward(Duration.ofHours(24));
        HttpResponse<String> response = this.visitor.post("/", form);
        assertStale(response, "yesterday@page.example.org");
        form[1] = page(response).expectFirst("input[name=stamp]").val();
        this.visitor.takesAMoment();
        assertThat(this.visitor.post("/", form).statusCode()).isEqualTo(303);
    }

    private void assertStale(HttpResponse<String> response, String address) {
        assertThat(response.statusCode()).isEqualTo(422);
        Document page = page(response);
        assertThat(errors(page)).singleElement().asString().startsWith("This form was open for too long");
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select("input[checked]").eachAttr("value")).containsExactly("mayor");
        assertThat(page.expectFirst("#emailAddress").val()).isEqualTo(address);
        assertThat(this.visitor.isKnown(address)).isFalse();
    }

    @Test
    void i07AKnownAddressIsAnsweredByteForByteLikeAnUnknownOne() {
        this.visitor.signsUp("known@page.example.org", "mayor");
        HttpResponse<String> known = this.visitor.signsUp("known@page.example.org", "mayor");
        HttpResponse<String> unknown = this.visitor.signsUp("unknown@page.example.org", "mayor");
        for (int i = 0; i < 3; i++) {
            this.visitor.signsUp("flooded@page.example.org", "mayor");
        }
        HttpResponse<String> flooded = this.visitor.signsUp("flooded@page.example.org", "mayor");
        assertThat(List.of(known, flooded)).allSatisfy((response) -> {
            assertThat(response.statusCode()).isEqualTo(unknown.statusCode());
            assertThat(response.body()).isEqualTo(unknown.body());
            assertThat(response.headers().firstValue("Location")).isEqualTo(unknown.headers().firstValue("Location"));
        });
    }

    private HttpResponse<String> sendsAtOnce(String address) {
        String[] form = this.visitor.filledIn(address, "mayor");
        form[1] = page(this.visitor.get("/")).expectFirst("input[name=stamp]").val();
        return this.visitor.post("/", form);
    }

    @Test
    void a01ARobotThatFillsInWhatIsHiddenOrComesBackAtOnceIsAnsweredLikeAPerson() {
        HttpResponse<String> person = this.visitor.signsUp("person@page.example.org", "mayor");
        String[] filledIn = this.visitor.filledIn("robot@page.example.org", "mayor");
        String[] everything = Arrays.copyOf(filledIn, filledIn.length + 2);
        everything[filledIn.length] = "website";
        everything[filledIn.length + 1] = "https://example.net/";
        assertThat(List.of(this.visitor.post("/", everything), sendsAtOnce("quick@page.example.org")))
            .allSatisfy((response) -> {
                assertThat(response.statusCode()).isEqualTo(person.statusCode());
                assertThat(response.body()).isEqualTo(person.body());
                assertThat(response.headers().map().keySet()).isEqualTo(person.headers().map().keySet());
                assertThat(response.headers().firstValue("Location")).contains("/check-your-email");
            });
        assertThat(this.visitor.isKnown("robot@page.example.org")).isFalse();
        assertThat(this.visitor.isKnown("quick@page.example.org")).isFalse();
        everything[filledIn.length + 1] = " ";
        this.visitor.post("/", everything);
        assertThat(this.visitor.isKnown("robot@page.example.org")).isTrue();
    }

    @Test
    void a01NobodySeesHearsOrReachesTheFieldForRobots() {
        Element field = form().expectFirst("input[name=website]");
        assertThat(field.closest("[hidden]")).isNotNull();
        assertThat(field.attr("tabindex")).isEqualTo("-1");
        assertThat(field.attr("autocomplete")).isEqualTo("off");
        assertThat(form().select("label[for=website]").text()).isEqualTo("Leave this empty");
    }

    @Test
    void a01AHundredPostsForOneVictimAreAnsweredAlikeAndMakeThreeLetters() {
        String[][] boxes = { { "mayor" }, { "clean-air" }, { "libraries" }, { "mayor", "libraries" } };
        HttpResponse<String> first = this.visitor.signsUp("Bombed@page.example.org", "mayor");
        for (int post = 0; post < 100; post++) {
            HttpResponse<String> next = this.visitor.signsUp("bombed+" + (post % 5) + "@page.example.org",
                    boxes[post % boxes.length]);
            assertThat(next.statusCode()).isEqualTo(first.statusCode());
            assertThat(next.body()).isEqualTo(first.body());
        }
        assertThat(this.jdbc.sql("""
                SELECT count(*) FROM budgeted_letter
                JOIN subscriber USING (tag)
                WHERE subscriber.id = :subscriber
                """)
            .param("subscriber", this.visitor.subscriberId("bombed@page.example.org"))
            .query(Integer.class)
            .single()).isLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = { "ada@page.example.org\r\nBcc: all@example.net", "ada@page.example.org%0aBcc:b@example.net",
            "ada@p\u0430ge.example.org", "ada@gro.elpmaxe\u202e.example.org", "<script>@page.example.org",
            "ada@page.example.org, ben@page.example.org" })
    void a12WhatPosesAsAnAddressIsRefusedAndShownAsItWasTyped(String typed) {
        HttpResponse<String> response = this.visitor.signsUp(typed, "mayor");
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(errors(page(response))).hasSize(1);
    }

    @Test
    void anAddressOf320CharactersIsRefused() {
        String long320 = "a".repeat(64) + "@" + "b".repeat(63) + "." + "c".repeat(63) + "." + "d".repeat(63) + "."
                + "e".repeat(59) + ".org";
        assertThat(long320).hasSize(320);
        assertThat(this.visitor.signsUp(long320, "mayor").statusCode()).isEqualTo(422);
    }

    /** Whether or not the address is known: it is asked before anybody looks. */
    @Test
    void a13WhoMayHaveMistypedIsAskedAndDecidesWithoutScripts() {
        HttpResponse<String> response = this.visitor.signsUp("Ada@gmial.com", "mayor");
        assertThat(response.statusCode()).isEqualTo(422);
        Document page = page(response);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(errors(page)).containsExactly("Check your email address: did you mean Ada@gmail.com?");
        assertThat(page.expectFirst(".govuk-error-summary a").attr("href")).isEqualTo("#emailAddress");
        assertThat(page.expectFirst("#emailAddress").val()).isEqualTo("Ada@gmial.com");
        assertThat(page.expectFirst("label[for=asTyped]").text()).isEqualTo("Ada@gmial.com is right, use it");
        assertThat(page.expectFirst("#asTyped").hasAttr("checked")).isFalse();
        assertThat(this.visitor.isKnown("ada@gmial.com")).isFalse();
        String[] form = this.visitor.filledIn("Ada@gmial.com", "mayor");
        String[] meant = Arrays.copyOf(form, form.length + 2);
        meant[form.length] = "asTyped";
        meant[form.length + 1] = "Ada@gmial.com";
        assertThat(this.visitor.post("/", meant).statusCode()).isEqualTo(303);
        assertThat(this.visitor.isKnown("ada@gmial.com")).isTrue();
        assertThat(errors(page(this.visitor.signsUp("Ada@gmial.com", "mayor")))).isEqualTo(errors(page));
    }

    @Test
    void a17AFormOfAnotherSiteIsRefused() {
        HttpResponse<String> response = this.visitor
            .send(this.visitor.form("/", this.visitor.filledIn("csrf@page.example.org", "mayor"))
                .header("Sec-Fetch-Site", "cross-site"));
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(page(response).text()).contains("We did not accept this form");
        assertThat(this.visitor.isKnown("csrf@page.example.org")).isFalse();
    }

}
