package newsletter.subscription.imports;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.personaldata.AddressTags;
import newsletter.subscription.Colleague;
import newsletter.subscription.StaffTest;
import newsletter.subscription.Visitor;
import newsletter.subscription.signup.Forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** C-16, through the pages. */
@StaffTest
class ImportControllerTests {

    private static String file(String domain) {
        return """
                address,newsletter,language,statement,agreed,script,evidence
                fair@%1$s.example.org,mayor,en,1.0.0,2026-06-13,fair-2,BOX-7
                list@%1$s.example.org,mayor,,,,,
                nobody,mayor,,,,,
                """.formatted(domain);
    }

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AddressTags tags;

    private String brings(Colleague colleague, String domain) {
        colleague.page("/staff/import/new");
        HttpResponse<String> brought = colleague.uploads("/staff/import", file(domain), "source",
                "Paper forms of the summer fair");
        assertThat(brought.statusCode()).isEqualTo(303);
        String path = URI.create(brought.headers().firstValue("Location").orElseThrow()).getPath();
        await().until(() -> colleague.page(path).text().contains("Waiting for an officer"));
        return path;
    }

    private long consents(String address) {
        return this.jdbc
            .sql("SELECT count(*) FROM consent JOIN subscriber ON subscriber.id = subscriber_id WHERE tag = :tag")
            .param("tag", this.tags.tag(Forms.address(address)))
            .query(Long.class)
            .single();
    }

    @Test
    void whatWouldComeOfAFileIsShownAndAnOfficerDecides() {
        Colleague editor = Colleague.signedIn(this.context, "editor");
        String path = brings(editor, "pages");
        Document report = editor.page(path);
        assertThat(report.select("tbody tr").eachText()).containsExactlyInAnyOrder("Taken over, with evidence 1 2",
                "Asked for permission, once 1 3", "Nothing: no email address 1 4");
        assertThat(report.text()).doesNotContain("@pages").contains("an officer");
        assertThat(report.select("form[action$=approval]")).isEmpty();
        assertThat(editor.post(path + "/approval").statusCode()).isEqualTo(403);
        assertThat(consents("fair@pages.example.org")).isZero();

        Colleague officer = Colleague.signedIn(this.context, "dpo");
        officer.page(path);
        assertThat(officer.post(path + "/approval").statusCode()).isEqualTo(303);
        await().until(() -> officer.page(path).text().contains("What has come of it"));
        await().until(() -> consents("fair@pages.example.org") == 1);
        assertThat(consents("list@pages.example.org")).isZero();
    }

    @Test
    void c33WhoIsEditorAndOfficerDoesNotDecideOnTheirOwnFile() {
        Colleague both = Colleague.signedIn(this.context, "both");
        String path = brings(both, "own");
        assertThat(both.page(path).select("form[action$=approval]")).isEmpty();
        both.post(path + "/approval");
        assertThat(both.page(path).text()).contains("Waiting for an officer");
        assertThat(both.post(path + "/discarding").statusCode()).isEqualTo(303);
        assertThat(both.page(path).text()).contains("Discarded");
    }

    @Test
    void whatIsNoFileOfAddressesIsRefusedWithAReason() {
        Colleague editor = Colleague.signedIn(this.context, "editor");
        editor.page("/staff/import/new");
        HttpResponse<String> answer = editor.uploads("/staff/import", "mail;list", "source", "ada@example.org");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Visitor.page(answer).select(".govuk-error-summary li").eachText()).hasSize(2);
    }

    @Test
    void aFileLongerThanTheSettingSaysIsRefused() {
        Colleague editor = Colleague.signedIn(this.context, "editor");
        editor.page("/staff/import/new");
        assertThat(editor.uploads("/staff/import", "x".repeat(80_000), "source", "too long").statusCode())
            .isEqualTo(413);
    }

    @Test
    void i06LookingChangesNothing() {
        Colleague editor = Colleague.signedIn(this.context, "editor");
        String path = brings(editor, "look");
        List<String> before = imports();
        for (String address : List.of("/staff/import", "/staff/import/new", path, path + "/progress")) {
            assertThat(editor.get(address).statusCode()).isEqualTo(200);
        }
        assertThat(editor.get(path + "/approval").statusCode()).isEqualTo(405);
        assertThat(imports()).isEqualTo(before);
    }

    private List<String> imports() {
        return this.jdbc.sql("SELECT id || state FROM address_import ORDER BY 1").query(String.class).list();
    }

}
