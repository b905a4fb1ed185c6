package newsletter.subscription.wordings;

import java.net.http.HttpResponse;
import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.subscription.Colleague;
import newsletter.subscription.StaffTest;
import newsletter.subscription.Visitor;

import static newsletter.subscription.Visitor.page;
import static org.assertj.core.api.Assertions.assertThat;

@StaffTest
class WordingPagesTests {

    private static final String LIST = "/staff/wordings";

    private static final String MAYOR = LIST + "/consent-statement_en_mayor";

    private static final String LIBRARIES = LIST + "/consent-statement_en_libraries";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Visitor visitor;

    @Autowired
    private JdbcClient jdbc;

    private Colleague colleague(String name) {
        return Colleague.signedIn(this.context, name);
    }

    private HttpResponse<String> press(Colleague colleague, String path, String button, String... fields) {
        return colleague.fillsIn(colleague.page(path), path + "/" + button, fields);
    }

    private HttpResponse<String> writes(Colleague colleague, String path, String... fields) {
        return colleague.fillsIn(colleague.page(path + "/edit"), path, fields);
    }

    private static String textIn(Document form) {
        return form.expectFirst("textarea[name=text]").wholeText();
    }

    private String state(String subject) {
        return this.jdbc.sql("SELECT state FROM review WHERE subject = :subject ORDER BY state DESC LIMIT 1")
            .param("subject", "wording:" + subject)
            .query(String.class)
            .optional()
            .orElse("none");
    }

    @Test
    void c03AnEditorWritesTheNextVersionAndAnOfficerPublishesIt() {
        Colleague editor = colleague("editor");
        Document form = editor.page(MAYOR + "/edit");
        assertThat(form.select(".city-lead").text()).isEqualTo("Consent statement for “Email from the Mayor”, English");
        assertThat(form.select(".govuk-back-link").text()).isEqualTo(form.select(".city-lead").text());
        String present = textIn(form);
        String next = present.replace("have my say", "take part");
        writes(editor, MAYOR, "text", next, "rise", "minor");
        press(editor, MAYOR, "submission");

        Colleague officer = colleague("dpo");
        assertThat(officer.page(LIST).select("section:contains(Waiting for an officer) a").eachAttr("href"))
            .contains(MAYOR);
        Document proposal = officer.page(MAYOR);
        assertThat(proposal.select("main h2").eachText()).contains("Version 1.1.0 Waiting for an officer");
        assertThat(proposal.select("main del").text()).contains("Removed:", "have my say");
        assertThat(proposal.select("main ins").text()).contains("Added:", "take part");
        assertThat(proposal.select("section:contains(As residents will see it)").text())
            .contains("Email from the Mayor", next);
        assertThat(page(this.visitor.get("/")).text()).doesNotContain("take part");
        HttpResponse<String> stale = this.visitor.get("/");
        press(officer, MAYOR, "publication");
        assertThat(page(this.visitor.get("/")).text()).contains("take part");

        // C-04: who had the old words before them is shown the new ones, and has asked
        // for nothing.
        String stamp = page(stale).expectFirst("input[name=stamp]").val();
        this.visitor.takesAMoment();
        HttpResponse<String> refused = this.visitor.post("/", "stamp", stamp, "newsletters", "mayor", "emailAddress",
                "stale@words.example.org");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(this.visitor.isKnown("stale@words.example.org")).isFalse();

        Document published = officer.page(MAYOR);
        assertThat(published.select("tbody th").eachText()).containsExactly("1.1.0", "1.0.0");
        Document difference = officer.page(MAYOR + "/comparison?from=1.0.0&to=1.1.0");
        assertThat(difference.select("main ins").text()).contains("take part");
        assertThat(published.select(".city-timeline__title").eachText()).startsWith("Published by dpo");
    }

    @Test
    void c33WhoMayWriteMayNotPublishAndWhoMayPublishMayNotWrite() {
        Colleague editor = colleague("editor");
        String path = LIST + "/consent-statement_en_clean-air";
        writes(editor, path, "text", textIn(editor.page(path + "/edit")) + " Yes.", "rise", "patch");
        press(editor, path, "submission");
        String review = editor.page(path).select("form[action$=withdrawal] input[name=review]").val();
        for (String name : List.of("editor", "second-editor", "approver", "admin")) {
            Colleague attacker = colleague(name);
            attacker.get(path);
            for (String button : List.of("publication", "return")) {
                assertThat(attacker.post(path + "/" + button, "review", review, "version", "2", "comment", "x")
                    .statusCode()).isEqualTo(403);
            }
        }
        for (String name : List.of("dpo", "approver", "admin")) {
            Colleague attacker = colleague(name);
            attacker.get(path);
            for (String button : List.of("", "/preview", "/submission", "/withdrawal", "/discarding")) {
                assertThat(attacker.post(path + button, "review", review, "version", "2").statusCode()).isEqualTo(403);
            }
        }
        assertThat(state("consent-statement_en_clean-air")).isEqualTo("in review");
    }

    @Test
    void c03AnOfficerWhoIsItsAuthorTooCannotPublishIt() {
        Colleague both = colleague("both");
        String path = LIST + "/confirmation-mail_en";
        writes(both, path, "text", "Somebody typed your address. Open the link in this email.", "rise", "major");
        press(both, path, "submission");
        Document page = both.page(path);
        assertThat(page.select("form[action$=publication]")).isEmpty();
        String review = page.select("form[action$=withdrawal] input[name=review]").val();
        HttpResponse<String> refused = both.post(path + "/publication", "review", review, "version", "2");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(page(refused).select("main").text()).contains("another officer must publish it");
        assertThat(state("confirmation-mail_en")).isEqualTo("in review");
    }

    @Test
    void whatIsMissingIsShownBeforeItIsSubmittedAndRefusedIfItIs() {
        Colleague editor = colleague("editor");
        assertThat(editor.page(LIBRARIES + "/edit").select("button").eachAttr("formaction"))
            .containsExactly(LIBRARIES + "/preview");
        Document preview = page(
                editor.post(LIBRARIES + "/preview", "text", "I agree to “What’s on at the libraries”."));
        assertThat(preview.select(".govuk-inset-text li").eachText()).containsExactly(
                "It does not name the controller, “City of Exford”",
                "It does not say that consent can be withdrawn at any time");
        assertThat(textIn(preview)).isEqualTo("I agree to “What’s on at the libraries”.");
        assertThat(state("consent-statement_en_libraries")).isEqualTo("none");
        writes(editor, LIBRARIES, "text", "I agree to everything.", "rise", "major");
        HttpResponse<String> refused = press(editor, LIBRARIES, "submission");
        assertThat(refused.statusCode()).isEqualTo(409);
        press(editor, LIBRARIES, "discarding");
        assertThat(state("consent-statement_en_libraries")).isEqualTo("discarded");
    }

    @Test
    void c05ANoticeThatLacksASectionIsNotSubmitted() {
        Colleague editor = colleague("editor");
        String path = LIST + "/privacy-notice_en";
        writes(editor, path, "text", textIn(editor.page(path + "/edit")).replace("## Complaining", "Complain here"),
                "rise", "patch");
        assertThat(editor.page(path).select(".govuk-inset-text li").eachText())
            .containsExactly("It has no section “Complaining”");
        assertThat(press(editor, path, "submission").statusCode()).isEqualTo(409);
        assertThat(editor.page(path).select("article h2").eachText()).contains("Your rights");
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedIsKept() {
        Colleague editor = colleague("editor");
        HttpResponse<String> refused = writes(editor, LIST + "/renewal-mail_en", "text", "Please renew", "beginsOn",
                "tomorrow");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(page(refused).title()).startsWith("Error: ");
        assertThat(page(refused).select(".govuk-error-summary a").eachText()).containsExactly("Say how much changes",
                "Enter a day in the format 2026-12-31, or leave it empty");
        assertThat(textIn(page(refused))).isEqualTo("Please renew");
        assertThat(state("renewal-mail_en")).isEqualTo("none");
    }

    @Test
    void aStaleFormOverwritesNothingAndLosesNothing() {
        Colleague editor = colleague("editor");
        String path = LIST + "/permission-mail_en";
        writes(editor, path, "text", "May we?", "rise", "major");
        Document mine = editor.page(path + "/edit");
        Colleague second = colleague("second-editor");
        writes(second, path, "text", "May we write to you?");
        HttpResponse<String> refused = editor.fillsIn(mine, path, "text", "May we ask?");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(page(refused).select("[role=alert] del").text()).contains("write to you?");
        assertThat(textIn(page(refused))).isEqualTo("May we ask?");
        assertThat(colleague("dpo").page(path).select("main").text()).contains("May we write to you?");
        // And another draft is not begun beside it.
        assertThat(editor.post(path, "text", "Mine alone", "rise", "major").statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "/privacy-notice_pl", "/privacy-notice_pl/edit",
            "/confirmation-mail_en/comparison?from=1.0.0&to=1.1.0", "/consent-statement_pl_mayor",
            "/consent-statement_pl_mayor/edit" })
    void i06LookingChangesNothing(String path) {
        Colleague editor = colleague("editor");
        String before = everything();
        Document page = editor.page(LIST + path);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.text()).doesNotContain("??");
        assertThat(page.select("main input:not([type=hidden]), main textarea, main select"))
            .allSatisfy((control) -> assertThat(page.select("label[for=" + control.id() + "]")).hasSize(1));
        for (String button : List.of("submission", "withdrawal", "discarding", "return", "publication", "preview")) {
            assertThat(editor.get(LIST + "/privacy-notice_pl/" + button).statusCode()).isEqualTo(405);
        }
        assertThat(everything()).isEqualTo(before);
    }

    private String everything() {
        return this.jdbc.sql("""
                SELECT (SELECT count(*) FROM review_step) || ' ' || (SELECT count(*) FROM wording) || ' '
                    || (SELECT coalesce(string_agg(review::text, ';' ORDER BY id), '') FROM review)
                """).query(String.class).single();
    }

    @ParameterizedTest
    @ValueSource(strings = { "nothing", "privacy-notice", "privacy-notice_fr", "privacy-notice_en_mayor",
            "consent-statement_en", "consent-statement_en_nothing", "PRIVACY_NOTICE_en" })
    void whatThereCannotBeIsNotFound(String name) {
        assertThat(colleague("editor").get(LIST + "/" + name).statusCode()).isEqualTo(404);
        assertThat(colleague("editor").get(LIST + "/" + name + "/edit").statusCode()).isEqualTo(404);
    }

}
