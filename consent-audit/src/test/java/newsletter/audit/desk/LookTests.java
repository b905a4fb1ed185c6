package newsletter.audit.desk;

import java.util.Map;
import java.util.UUID;

import org.assertj.core.util.Throwables;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import newsletter.audit.Desk;
import newsletter.audit.DeskTest;
import newsletter.audit.Residents;
import newsletter.audit.Tampering;
import newsletter.audit.Told;
import newsletter.audit.ingest.Batches;
import newsletter.events.AuditEvent;
import newsletter.events.AuditEvent.PersonNotFound;
import newsletter.events.AuditEvent.PersonViewed;
import newsletter.events.EventJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

@DeskTest
@ExtendWith(OutputCaptureExtension.class)
class LookTests {

    private final Told told = new Told();

    private final String address = "p-" + this.told.subscriberId + "@example.org";

    @Autowired
    private Desk desk;

    @Autowired
    private Tampering tampering;

    @Autowired
    private Residents residents;

    @Autowired
    private Batches batches;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void somebody() {
        this.tampering.startAfresh();
        this.residents.signUp(this.told.subscriberId, this.address);
        this.batches.take(Told.mayor(), this.told.requested(), this.told.given());
    }

    @Test
    void withoutAReasonNothingIsShownOrRecorded() {
        isRefused(this.desk.look(this.address, "", "C-17"), "Select why you are looking");
        isRefused(this.desk.look(this.address, "curiosity", "C-17"), "Select why you are looking");
    }

    @Test
    void withoutACaseNumberNothingIsShownOrRecorded() {
        isRefused(this.desk.look(this.address, "complaint", " "), "Enter the case number");
        isRefused(this.desk.look(this.address, "complaint", "Ada Example"),
                "Case number must be letters, digits and dashes, 32 at most");
        isRefused(this.desk.look(this.address, "complaint", "C".repeat(33)),
                "Case number must be letters, digits and dashes, 32 at most");
    }

    @Test
    void withoutAPersonNothingIsShownOrRecorded() {
        isRefused(this.desk.look("", "complaint", "C-17"), "Enter an email address or a receipt number");
        isRefused(this.desk.look("ada@", "complaint", "C-17"),
                "Enter an email address in the correct format, like name@example.org, or a receipt number");
    }

    private void isRefused(MvcTestResult page, String why) {
        assertThat(page).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Desk.read(page).select(".govuk-error-summary li").eachText()).containsExactly(why);
        assertThat(Desk.read(page).select(".govuk-error-message").text()).endsWith(why);
        assertThat(Desk.read(page).text()).doesNotContain(this.told.subscriberId.toString());
        assertThat(looks()).isZero();
        assertThat(outbox()).isZero();
    }

    @Test
    void whatWasTypedIsKept() {
        Document page = Desk.read(this.desk.look(this.address, "deletion-request", "<b>C 17</b>"));
        assertThat(page.select("input[name=person]").val()).isEqualTo(this.address);
        assertThat(page.select("input[name=reason][checked]").val()).isEqualTo("deletion-request");
        assertThat(page.select("input[name=caseNumber]").val()).isEqualTo("<b>C 17</b>");
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select(".govuk-error-summary a").attr("href")).isEqualTo("#caseNumber");
        assertThat(page.select("main b")).isEmpty();
    }

    @Test
    void aLookIsRecordedBeforeAnythingIsShown() {
        MvcTestResult answer = this.desk.look(this.address, "complaint", "C-17");
        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER).bodyText().isEmpty();
        assertThat(looks()).isEqualTo(1);
        assertThat(told()).asInstanceOf(type(PersonViewed.class)).satisfies((viewed) -> {
            assertThat(viewed.subscriberId()).isEqualTo(this.told.subscriberId);
            assertThat(viewed.officer()).isEqualTo(Desk.OFFICER);
            assertThat(viewed.reason()).isEqualTo("complaint");
            assertThat(viewed.caseNumber()).isEqualTo("C-17");
        });
        Document page = Desk.read(this.desk.get(String.valueOf(answer.getResponse().getRedirectedUrl())));
        assertThat(page.text()).contains(this.address, "This look is recorded: dpo, Complaint, case C-17");
    }

    @Test
    void ifItCannotBeToldNothingIsShownAndNothingIsStored(CapturedOutput output) {
        this.tampering.run("ALTER TABLE outbox ADD CONSTRAINT broken CHECK (false) NOT VALID");
        try {
            Throwable failure = this.desk.look(this.address, "complaint", "C-17").getUnresolvedException();
            assertThat(failure).hasCauseInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("violates check constraint");
            // It will stand in the log.
            assertThat(Throwables.getStackTrace(failure)).doesNotContain(this.address);
        }
        finally {
            this.tampering.run("ALTER TABLE outbox DROP CONSTRAINT broken");
        }
        assertThat(looks()).isZero();
        assertThat(output).doesNotContain(this.address);
    }

    @Test
    void aLookAtNobodyIsRecordedAsWell() {
        String page = this.desk.view("nobody-" + this.address);
        assertThat(looks()).isEqualTo(1);
        assertThat(told()).isInstanceOf(PersonNotFound.class);
        assertThat(Desk.read(this.desk.get(page)).select("h1").text()).isEqualTo("Nobody was found");
        assertThat(this.desk.get(page + "/entries/1")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void noAddressIsInAUrlOrALogOrATable(CapturedOutput output) {
        for (String person : new String[] { this.address, "nobody-" + this.address }) {
            MvcTestResult answer = this.desk.look(person, "complaint", "C-17");
            assertThat(answer.getResponse().getRedirectedUrl()).matches("/views/[0-9a-f-]{36}");
            assertThat(answer.getResponse().getHeaderNames())
                .allSatisfy((name) -> assertThat(answer.getResponse().getHeaders(name))
                    .noneMatch((value) -> value.contains("@")));
            Document page = Desk.read(this.desk.get(String.valueOf(answer.getResponse().getRedirectedUrl())));
            assertThat(page.select("[href], [action]"))
                .allSatisfy((link) -> assertThat(link.attr("href") + link.attr("action")).doesNotContain(this.address));
        }
        assertThat(output).doesNotContain(this.address);
        for (String table : new String[] { "person_view", "outbox", "entry" }) {
            assertThat(this.jdbc.sql("SELECT count(*) FROM " + table + " t WHERE t::text LIKE '%@example.org%'")
                .query(Long.class)
                .single()).as(table).isZero();
        }
    }

    @Test
    void anotherOfficerCannotOpenIt() {
        String page = this.desk.view(this.address);
        for (String part : new String[] { "", "/entries/2", "/entries/2/rows/0" }) {
            MvcTestResult answer = this.desk.get(page + part, "another", "DPO");
            assertThat(answer).hasStatus(HttpStatus.GONE);
            assertThat(Desk.read(answer).select("h1").text()).isEqualTo("This look has ended");
            assertThat(Desk.read(answer).select("header").text()).contains("Signed in as another");
            assertThat(Desk.read(answer).text()).doesNotContain(this.address);
        }
        assertThat(this.desk.get("/views/" + UUID.randomUUID())).hasStatus(HttpStatus.GONE);
    }

    @Test
    void itEndsAfterFifteenMinutes() {
        String page = this.desk.view(this.address);
        this.tampering.run("UPDATE person_view SET opened_at = opened_at - interval '14 minutes'");
        assertThat(this.desk.get(page)).hasStatusOk();
        this.tampering.run("UPDATE person_view SET opened_at = opened_at - interval '1 minute'");
        assertThat(this.desk.get(page)).hasStatus(HttpStatus.GONE);
        assertThat(this.desk.get(page + "/entries/2")).hasStatus(HttpStatus.GONE);
    }

    @Test
    void loadingThePageAgainRecordsNothingTwice() {
        String page = this.desk.view(this.address);
        Map<String, String> before = this.desk.everything();
        assertThat(this.desk.get(page)).hasStatusOk();
        assertThat(this.desk.get(page)).hasStatusOk();
        assertThat(this.desk.everything()).isEqualTo(before);
    }

    private long looks() {
        return this.jdbc.sql("SELECT count(*) FROM person_view").query(Long.class).single();
    }

    private long outbox() {
        return this.jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single();
    }

    private AuditEvent told() {
        return EventJson.read(
                this.jdbc.sql("SELECT payload FROM outbox WHERE topic = 'audit-events'").query(String.class).single(),
                AuditEvent.class);
    }

}
