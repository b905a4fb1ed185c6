package newsletter.subscription.settings;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.events.Topics;
import newsletter.subscription.Colleague;
import newsletter.subscription.StaffTest;
import newsletter.subscription.Topic;
import newsletter.subscription.Visitor;

import static newsletter.subscription.Visitor.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@StaffTest
class SettingsPagesTests {

    private static final String LIST = "/staff/newsletters";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Visitor visitor;

    @Autowired
    private JdbcClient jdbc;

    private Colleague colleague(String name) {
        return Colleague.signedIn(this.context, name);
    }

    private HttpResponse<String> propose(Colleague colleague, String id, String... changes) {
        var fields = new ArrayList<>(List.of("id", id, "names[own]", "News of " + id, "purposes[own]", "About " + id,
                "frequencies[own]", "Monthly", "sender", "Exford", "senderAddress", "news@news.exford.example.org",
                "directMarketing", "yes", "retention", "Until it ends"));
        fields.addAll(List.of(changes));
        return colleague.fillsIn(colleague.page(LIST + "/new"), LIST, fields.toArray(String[]::new));
    }

    /** Presses a button on the page of the newsletter. */
    private HttpResponse<String> press(Colleague colleague, String id, String button, String... fields) {
        return colleague.fillsIn(colleague.page(LIST + "/" + id), LIST + "/" + id + "/" + button, fields);
    }

    private String state(String id) {
        return this.jdbc.sql("SELECT state FROM review WHERE subject = :subject ORDER BY state DESC LIMIT 1")
            .param("subject", "newsletter:" + id)
            .query(String.class)
            .optional()
            .orElse("none");
    }

    private void submitted(String id) {
        Colleague editor = colleague("editor");
        propose(editor, id);
        press(editor, id, "submission");
        assertThat(state(id)).isEqualTo("in review");
    }

    @Test
    void c13WhatAnEditorWritesAnOfficerPublishesAndEverybodyIsTold() {
        Colleague editor = colleague("editor");
        HttpResponse<String> saved = propose(editor, "bridges", "names[pl]", "Mosty", "purposes[pl]", "O mostach",
                "frequencies[pl]", "Co miesiąc");
        assertThat(saved.statusCode()).isEqualTo(303);
        Document draft = editor.page(LIST + "/bridges");
        assertThat(draft.select("[role=alert]").text()).contains("The draft is saved");
        assertThat(draft.select("main").text()).contains("Not published", "Draft", "News of bridges", "Mosty");
        assertThat(this.visitor.get("/newsletters/bridges").statusCode()).isEqualTo(404);
        press(editor, "bridges", "submission");
        assertThat(editor.page(LIST + "/bridges").select("form[action$=publication]")).isEmpty();

        Colleague officer = colleague("dpo");
        assertThat(officer.page(LIST).select("tr:contains(News of bridges)").text()).contains("Waiting for an officer");
        press(officer, "bridges", "publication");
        assertThat(state("bridges")).isEqualTo("published");
        Document published = officer.page(LIST + "/bridges");
        assertThat(published.select("main").text()).contains("Published since", "Version of its purpose 1");
        assertThat(published.select(".city-timeline__title").eachText()).containsExactly("Published by dpo",
                "Submitted by editor", "Written by editor");
        assertThat(this.visitor.get("/newsletters/bridges").statusCode()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(Topic.read(Topics.NEWSLETTERS, "bridges")).isNotEmpty());
    }

    @Test
    void whatIsMissingIsSaidAndWhatWasTypedIsKept() {
        Colleague editor = colleague("editor");
        HttpResponse<String> refused = propose(editor, "missing", "names[own]", "", "validity", "P40M", "sender", "Me");
        assertThat(refused.statusCode()).isEqualTo(422);
        Document form = page(refused);
        assertThat(form.title()).startsWith("Error: ");
        assertThat(form.select(".govuk-error-summary a").eachText()).containsExactly("Enter a name",
                "Enter a period of at most P36M, like P24M");
        for (String link : form.select(".govuk-error-summary a").eachAttr("href")) {
            assertThat(form.select(link)).as(link).hasSize(1);
        }
        assertThat(form.select("#sender").val()).isEqualTo("Me");
        assertThat(form.select("input[name=directMarketing][checked]").val()).isEqualTo("yes");
        assertThat(state("missing")).isEqualTo("none");
        assertThat(page(propose(editor, "mayor")).select(".govuk-error-summary").text())
            .contains("There is a newsletter with this name already");
    }

    @Test
    void c14AimedAtChildrenWithoutAnAssessmentIsNotEvenSubmitted() {
        Colleague editor = colleague("editor");
        propose(editor, "children", "forChildren", "yes");
        HttpResponse<String> refused = press(editor, "children", "submission");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(page(refused).select("main").text()).contains("data-protection impact assessment",
                "Nothing has been changed");
        assertThat(state("children")).isEqualTo("draft");
        editor.fillsIn(editor.page(LIST + "/children/edit"), LIST + "/children", "dpia", "DPIA-2026-4");
        press(editor, "children", "submission");
        assertThat(state("children")).isEqualTo("in review");
    }

    @Test
    void c33AnEditorWhoPublishesByPostIsRefused() {
        submitted("by-post");
        Document asTheOfficerSeesIt = colleague("dpo").page(LIST + "/by-post");
        String review = asTheOfficerSeesIt.select("form[action$=publication] input[name=review]").val();
        for (String name : List.of("editor", "second-editor", "approver", "admin")) {
            Colleague attacker = colleague(name);
            attacker.get(LIST + "/by-post");
            for (String button : List.of("publication", "return")) {
                assertThat(attacker.post(LIST + "/by-post/" + button, "review", review, "version", "2", "comment", "x")
                    .statusCode()).isEqualTo(403);
            }
        }
        assertThat(state("by-post")).isEqualTo("in review");
    }

    @Test
    void c33AnOfficerWritesNothing() {
        submitted("by-officer");
        for (String name : List.of("dpo", "approver", "admin")) {
            Colleague attacker = colleague(name);
            attacker.get(LIST);
            assertThat(attacker.get(LIST + "/new").statusCode()).isEqualTo(403);
            for (String path : List.of("", "/by-officer", "/by-officer/submission", "/by-officer/withdrawal",
                    "/by-officer/discarding", "/mayor/closing")) {
                assertThat(attacker
                    .post(LIST + path, "reason", "x", "review", UUID.randomUUID().toString(), "version", "2")
                    .statusCode()).as(path).isEqualTo(403);
            }
        }
    }

    @Test
    void c13AnOfficerWhoIsItsAuthorTooCannotPublishIt() {
        Colleague both = colleague("both");
        propose(both, "own-work");
        press(both, "own-work", "submission");
        Document page = both.page(LIST + "/own-work");
        assertThat(page.select("form[action$=publication]")).isEmpty();
        String review = page.select("form[action$=withdrawal] input[name=review]").val();
        HttpResponse<String> refused = both.post(LIST + "/own-work/publication", "review", review, "version", "2");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(page(refused).select("main").text()).contains("another officer must publish it");
        assertThat(state("own-work")).isEqualTo("in review");
    }

    @Test
    void aStaleFormOverwritesNothingAndLosesNothing() {
        Colleague editor = colleague("editor");
        propose(editor, "stale");
        Document mine = editor.page(LIST + "/stale/edit");
        Colleague second = colleague("second-editor");
        second.fillsIn(second.page(LIST + "/stale/edit"), LIST + "/stale", "purposes[own]", "What the second wrote");

        HttpResponse<String> refused = editor.fillsIn(mine, LIST + "/stale", "purposes[own]", "What I wrote");
        assertThat(refused.statusCode()).isEqualTo(409);
        Document again = page(refused);
        assertThat(again.select("[role=alert] del").text()).contains("the second");
        assertThat(again.select("[role=alert] ins").text()).contains("I");
        assertThat(again.select("textarea[name='purposes[own]']").text()).isEqualTo("What I wrote");
        assertThat(colleague("editor").page(LIST + "/stale").select("main").text()).contains("What the second wrote");

        editor.fillsIn(again, LIST + "/stale");
        assertThat(colleague("editor").page(LIST + "/stale").select("main").text()).contains("What I wrote",
                "editor, second-editor");
    }

    @Test
    void whoeverLooksAtAnOldPagePublishesNothing() {
        submitted("old-page");
        Colleague officer = colleague("dpo");
        Document seen = officer.page(LIST + "/old-page");
        Colleague editor = colleague("editor");
        press(editor, "old-page", "withdrawal");
        editor.fillsIn(editor.page(LIST + "/old-page/edit"), LIST + "/old-page", "purposes[own]", "Something else");
        press(editor, "old-page", "submission");
        HttpResponse<String> refused = officer.fillsIn(seen, LIST + "/old-page/publication");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(page(refused).select("main").text()).contains("Somebody else changed it");
        assertThat(state("old-page")).isEqualTo("in review");
    }

    @Test
    void c29TheOfficerSaysWhetherPeopleAreAskedAnew() {
        submitted("decided");
        press(colleague("dpo"), "decided", "publication");
        Colleague editor = colleague("editor");
        HttpResponse<String> unsaid = editor.fillsIn(editor.page(LIST + "/decided/edit"), LIST + "/decided",
                "purposes[own]", "About decided and more");
        assertThat(unsaid.statusCode()).isEqualTo(422);
        assertThat(page(unsaid).select(".govuk-error-summary").text())
            .contains("Say whether it changes what people agreed to");
        editor.fillsIn(page(unsaid), LIST + "/decided", "material", "no");
        press(editor, "decided", "submission");

        Colleague officer = colleague("dpo");
        Document proposal = officer.page(LIST + "/decided");
        assertThat(proposal.select("main ins").text()).contains("and more");
        assertThat(proposal.select("main ins .govuk-visually-hidden").eachText()).contains("Added:");
        HttpResponse<String> undecided = press(officer, "decided", "publication");
        assertThat(undecided.statusCode()).isEqualTo(422);
        press(officer, "decided", "publication", "material", "yes");
        assertThat(officer.page(LIST + "/decided").select("main").text()).contains("Version of its purpose 2",
                "Whoever agreed before is asked anew");
    }

    @Test
    void aNewsletterIsClosedByTwo() {
        submitted("closing");
        press(colleague("dpo"), "closing", "publication");
        Colleague editor = colleague("editor");
        assertThat(press(editor, "closing", "closing").statusCode()).isEqualTo(422);
        press(editor, "closing", "closing", "reason", "Nobody reads it");
        assertThat(this.visitor.get("/newsletters/closing").statusCode()).isEqualTo(200);
        Colleague officer = colleague("dpo");
        Document proposal = officer.page(LIST + "/closing");
        assertThat(proposal.select("main").text()).contains("It is proposed to close it", "Nobody reads it");
        press(officer, "closing", "publication");
        assertThat(officer.page(LIST + "/closing").select("main").text()).contains("Closed since",
                "The newsletter is closed.");
        assertThat(colleague("editor").page(LIST + "/closing").select("form[action$=closing]")).isEmpty();
        assertThat(page(this.visitor.get("/")).select("main").text()).doesNotContain("News of closing");
        assertThat(page(this.visitor.get("/newsletters/closing")).select("main h1").text())
            .isEqualTo("News of closing");
    }

    @Test
    void whatIsSentBackSaysWhy() {
        submitted("sent-back");
        Colleague officer = colleague("dpo");
        HttpResponse<String> silent = press(officer, "sent-back", "return");
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(page(silent).select(".govuk-error-summary a[href=#comment]").text())
            .contains("Say what has to be changed");
        press(officer, "sent-back", "return", "comment", "The sender is wrong <script>");
        assertThat(colleague("editor").page(LIST + "/sent-back").select("main").text())
            .contains("“The sender is wrong <script>”", "Sent back by dpo");
        press(colleague("editor"), "sent-back", "discarding");
        assertThat(colleague("editor").get(LIST + "/sent-back").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "/new", "/looked", "/looked/edit", "/mayor", "/mayor/edit" })
    void i06LookingChangesNothing(String path) {
        Colleague editor = colleague("editor");
        propose(editor, "looked");
        String before = everything();
        assertThat(editor.get(LIST + path).statusCode()).isEqualTo(200);
        for (String button : List.of("submission", "withdrawal", "discarding", "return", "publication", "closing")) {
            assertThat(editor.get(LIST + "/looked/" + button).statusCode()).isEqualTo(405);
        }
        assertThat(everything()).isEqualTo(before);
    }

    private String everything() {
        return this.jdbc.sql("""
                SELECT (SELECT string_agg(review::text, ';' ORDER BY id) FROM review)
                    || (SELECT count(*) FROM review_step) || (SELECT string_agg(newsletter::text, ';') FROM newsletter)
                """).query(String.class).single();
    }

    @Test
    void everyControlHasALabelAndEveryPageOneHeading() {
        Colleague editor = colleague("editor");
        for (String path : List.of(LIST, LIST + "/new", LIST + "/mayor", LIST + "/mayor/edit")) {
            Document page = editor.page(path);
            assertThat(page.select("h1")).as(path).hasSize(1);
            assertThat(page.text()).as(path).doesNotContain("??");
            assertThat(page.expectFirst("html").attr("lang")).isEqualTo("en");
            assertThat(page.select("main input:not([type=hidden]), main textarea, main select"))
                .allSatisfy((control) -> assertThat(page.select("label[for=" + control.id() + "]")).as(control.id())
                    .hasSize(1));
        }
    }

    @Test
    void anUnknownNewsletterIsNotFound() {
        assertThat(colleague("editor").get(LIST + "/nothing").statusCode()).isEqualTo(404);
        assertThat(colleague("editor").get(LIST + "/nothing/edit").statusCode()).isEqualTo(409);
    }

}
