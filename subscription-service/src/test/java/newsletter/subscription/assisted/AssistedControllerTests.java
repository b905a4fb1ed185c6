package newsletter.subscription.assisted;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

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

/** C-15. */
@StaffTest
class AssistedControllerTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AddressTags tags;

    private static String[] filledIn(String address, String... changes) {
        var form = new ArrayList<>(List.of("newsletters", "mayor", "emailAddress", address, "method", "phone", "agreed",
                "2026-11-20", "script", "phone-1.2.0", "evidence", "REC-2026-17"));
        form.addAll(List.of(changes));
        return form.toArray(String[]::new);
    }

    private HttpResponse<String> sends(Colleague colleague, String language, String... form) {
        Document page = colleague.page("/staff/sign-ups?language=" + language);
        return colleague.fillsIn(page, "/staff/sign-ups", form);
    }

    private List<String> methods(String address) {
        return this.jdbc.sql("""
                SELECT method || ' ' || request.language FROM subscription_request request
                JOIN subscriber ON subscriber.id = subscriber_id
                WHERE tag = :tag
                """).param("tag", this.tags.tag(Forms.address(address))).query(String.class).list();
    }

    @Test
    void whoCallsGetsALetterThatAsksToConfirmAndTheEvidenceIsKept() {
        Colleague editor = Colleague.signedIn(this.context, "editor");
        HttpResponse<String> sent = sends(editor, "en", filledIn("caller@assisted.example.org"));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(methods("caller@assisted.example.org")).containsExactly("phone en");
        assertThat(editor.page("/staff/sign-ups?language=en").text()).contains("Written down");
        assertThat(this.jdbc
            .sql("SELECT count(*) FROM consent JOIN subscriber ON subscriber.id = subscriber_id" + " WHERE tag = :tag")
            .param("tag", this.tags.tag(Forms.address("caller@assisted.example.org")))
            .query(Long.class)
            .single()).isZero();
    }

    @Test
    void c12TheWordsAreThoseOfTheirLanguage() {
        Colleague editor = Colleague.signedIn(this.context, "editor");
        Document page = editor.page("/staff/sign-ups?language=pl");
        assertThat(page.select("[data-statement]")).isNotEmpty()
            .allSatisfy((words) -> assertThat(words.attr("lang")).isEqualTo("pl"));
        sends(editor, "pl", filledIn("dzwoni@assisted.example.org", "method", "paper-form"));
        assertThat(methods("dzwoni@assisted.example.org")).containsExactly("paper-form pl");
    }

    @Test
    void c33StaffLearnOfNobodyWhetherWeKnowThem() {
        Colleague editor = Colleague.signedIn(this.context, "editor");
        HttpResponse<String> first = sends(editor, "en", filledIn("twice@assisted.example.org"));
        HttpResponse<String> second = sends(editor, "en", filledIn("twice@assisted.example.org"));
        HttpResponse<String> duty = sends(editor, "en", filledIn("postmaster@assisted.example.org"));
        assertThat(List.of(second.statusCode(), duty.statusCode())).containsOnly(first.statusCode());
        assertThat(List.of(location(second), location(duty))).containsOnly(location(first));
        assertThat(methods("twice@assisted.example.org")).hasSize(1);
        assertThat(methods("postmaster@assisted.example.org")).isEmpty();
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void whatIsMissingIsToldAndWhatWasTypedIsKept() {
        Colleague editor = Colleague.signedIn(this.context, "editor");
        HttpResponse<String> answer = sends(editor, "en", "newsletters", "mayor", "emailAddress", "no address",
                "method", "", "agreed", "2999-01-01", "script", "", "evidence", "ada@example.org");
        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Visitor.page(answer);
        assertThat(page.title()).startsWith("Error:");
        assertThat(page.select(".govuk-error-summary li")).hasSize(5);
        assertThat(page.expectFirst("#emailAddress").val()).isEqualTo("no address");
    }

    @Test
    void c04WithoutItsStampNothingComesOfIt() {
        Colleague editor = Colleague.signedIn(this.context, "editor");
        HttpResponse<String> answer = sends(editor, "en",
                filledIn("stale@assisted.example.org", "stamp", UUID.randomUUID().toString()));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(methods("stale@assisted.example.org")).isEmpty();
    }

    @Test
    void anOfficerDoesNotSignPeopleUp() {
        assertThat(Colleague.signedIn(this.context, "dpo").get("/staff/sign-ups").statusCode()).isEqualTo(403);
    }

}
