package newsletter.audit.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import newsletter.audit.Desk;
import newsletter.audit.DeskTest;
import newsletter.audit.Tampering;
import newsletter.audit.Told;
import newsletter.audit.checkpoint.SignNow;
import newsletter.audit.ingest.Batches;
import newsletter.events.ConsentEvent.SubscriberErased;

import static org.assertj.core.api.Assertions.assertThat;

@DeskTest
class LedgerPagesTests {

    private final Told told = new Told();

    @Autowired
    private Desk desk;

    @Autowired
    private Tampering tampering;

    @Autowired
    private Batches batches;

    @Autowired
    private SignNow sign;

    @BeforeEach
    void aLedger() {
        this.tampering.startAfresh();
        this.batches.take(Told.mayor(), this.told.requested(), this.told.given(), this.told.edition(),
                this.told.delivered(5, 3, 1, 7));
        this.sign.sign();
    }

    @Test
    void aCheckShowsThatNothingWasAltered() {
        Document page = check();
        assertThat(newest(page)).endsWith("5 Intact");
        assertThat(Desk.read(this.desk.get("/")).select("#ledger-summary + p").text()).isEqualTo("Intact");
    }

    @Test
    void aCheckShowsWhatWasAltered() {
        this.tampering.changeAByteOfThePayload(2);
        assertThat(newest(check())).contains("Damaged", "The bytes of entry 2 do not have the hash");
        Document first = Desk.read(this.desk.get("/"));
        assertThat(first.select(".govuk-error-summary__title").text()).isEqualTo("The ledger cannot be relied on");
        assertThat(first.select(".govuk-error-summary").text()).contains("The bytes of entry 2");
    }

    @Test
    void aLostHeadIsToldInWords() {
        this.tampering.run("DELETE FROM ledger_head");
        try {
            assertThat(newest(check())).contains("Damaged", "lost its head");
            assertThat(Desk.read(this.desk.get("/")).select(".govuk-error-summary").text()).contains("lost its head");
        }
        finally {
            this.tampering.run("INSERT INTO ledger_head (size, root) VALUES (0, sha256(''))");
        }
    }

    @Test
    void theBooksOfAnEditionAreShown() {
        assertThat(Desk.read(this.desk.get("/")).select("tbody tr").text()).contains("How we keep the roads open",
                "Email from the Mayor", "7 5 0 0 0", "Not complete");
    }

    @Test
    void theNewestCheckpointAndItsKeyAreShown() {
        String page = Desk.read(this.desk.get("/ledger")).select("main").text();
        assertThat(page).contains("audit.exford.example/ledger\n5\n", "audit.exford.example/ledger+",
                "Nobody outside this house keeps our checkpoints yet");
    }

    /** C-27. */
    @Test
    void whatIsNotAcknowledgedForAnHourIsOnTheFirstPage() {
        assertThat(Desk.read(this.desk.get("/")).select("#overdue")).isEmpty();
        var erased = new SubscriberErased(UUID.randomUUID(), this.told.subscriberId,
                Instant.now().minus(Duration.ofHours(2)), "resident", null, "en");
        this.batches.take(erased);
        String section = Desk.read(this.desk.get("/")).select("section:has(#overdue)").text();
        assertThat(section)
            .contains("Erase a person", "subscription-service, mailer-service, consent-audit",
                    erased.eventId().toString())
            .doesNotContain(this.told.subscriberId.toString());
    }

    private Document check() {
        assertThat(this.desk.post("/ledger/check", Desk.OFFICER, "DPO")).hasStatus3xxRedirection()
            .hasRedirectedUrl("/ledger");
        return Desk.read(this.desk.get("/ledger"));
    }

    private static String newest(Document page) {
        return page.select("div[aria-label=Checks] tbody tr").get(0).text();
    }

}
