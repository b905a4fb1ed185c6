package newsletter.audit.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

import newsletter.audit.Desk;
import newsletter.audit.DeskTest;
import newsletter.audit.Residents;
import newsletter.audit.Tampering;
import newsletter.audit.Told;
import newsletter.audit.checkpoint.SignNow;
import newsletter.audit.ingest.Batches;
import newsletter.events.AuditEvent.PersonNotFound;
import newsletter.events.ConsentEvent.SubscriberErased;
import newsletter.events.EditionPublished;
import newsletter.events.EventAcknowledged;
import newsletter.events.NewsletterPublished;
import newsletter.events.NewsletterPublished.WordingKind;

import static org.assertj.core.api.Assertions.assertThat;

@DeskTest
class PersonPagesTests {

    private static final String SCRIPT = "</p></textarea><script>alert(1)</script><b onclick=x>\"'";

    private final Told told = new Told();

    @Autowired
    private Desk desk;

    @Autowired
    private Tampering tampering;

    @Autowired
    private Residents residents;

    @Autowired
    private Batches batches;

    @Autowired
    private SignNow sign;

    @BeforeEach
    void anEmptyLedger() {
        this.tampering.startAfresh();
    }

    private void tellEverything() {
        takeEverything();
        this.sign.sign();
    }

    private void takeEverything() {
        this.told.commitment = this.residents.signUp(this.told.subscriberId, "ada@example.org");
        this.batches.take(Told.mayor(), this.told.requested(), this.told.confirmationMailed(), this.told.given(),
                this.told.receiptMailed(), this.told.edition(), this.told.delivered(5, 3), this.told.withdrawn(),
                this.told.viewed());
    }

    @Test
    void theWholeStoryIsOnOnePage() {
        tellEverything();
        Document page = Desk.read(this.desk.get(this.desk.view("ada@example.org")));
        assertThat(page.select(".city-timeline__title").eachText()).hasSize(7)
            .startsWith("Asked for Email from the Mayor")
            .endsWith("Looked at by the officer “dpo”");
        assertThat(page.select(".audit-person").text()).contains("ada@example.org",
                "7 of 7 lines are in the tree of 9");
        assertThat(page.select(".audit-words").eachText()).contains(Told.STATEMENT);
        assertThat(page.select("ol .audit-standing").eachText()).hasSize(14)
            .filteredOn((standing) -> standing.contains("In the signed tree"))
            .hasSize(7);
        assertThat(page.select("ol .audit-standing--proved")).hasSize(14);
        assertThat(page.select(".audit-answer__word").text()).isEqualTo("No");
        assertThat(page.select(".govuk-error-summary")).isEmpty();
    }

    /** C-24, C-27: the evidence stays, without the person. */
    @Test
    void whoIsErasedIsFoundByReceiptAloneAndEachServiceSaysThatItForgotThem() {
        takeEverything();
        var erased = new SubscriberErased(UUID.randomUUID(), this.told.subscriberId, Instant.now(), "resident", null,
                "en");
        this.batches.take(erased);
        for (String service : List.of("subscription-service", "mailer-service", "consent-audit")) {
            this.batches.take(new EventAcknowledged(UUID.randomUUID(), this.told.subscriberId, Instant.now(), service,
                    erased.eventId(), EventAcknowledged.Kind.ERASED));
        }
        this.sign.sign();
        Document page = Desk.read(this.desk.get(this.desk.view(this.told.receiptNumber)));
        assertThat(page.text()).doesNotContain("ada@example.org");
        assertThat(page.select(".audit-person").text()).contains("Erased:", "11 of 11 lines are in the tree of 13");
        assertThat(page.select(".city-timeline__title").eachText()).contains("Was erased",
                "mailer-service has forgotten how the person is reached");
        assertThat(page.select(".audit-answer__word").text()).isEqualTo("No");
        assertThat(Desk.read(this.desk.get(this.desk.view("ada@example.org"))).text()).doesNotContain("Was erased");
    }

    @Test
    void whatWasTamperedWithIsCalledBroken() {
        tellEverything();
        this.tampering.changeAByteOfThePayload(3);
        Document page = Desk.read(this.desk.get(this.desk.view("ada@example.org")));
        assertThat(page.select(".govuk-error-summary").text()).contains("Do not rely on this page",
                "1 of 7 lines is not what was signed");
        assertThat(page.select(".audit-standing--broken").text()).contains("Check failed at index 3",
                "do not have the hash that was stored with them");
    }

    @Test
    void nothingIsConcludedFromAHistoryThatWasTamperedWith() {
        tellEverything();
        this.tampering.changeAByteOfThePayload(7);
        Document page = Desk.read(this.desk.get(this.desk.view("ada@example.org")));
        assertThat(page.select(".audit-answer")).isEmpty();
        assertThat(page.select("#may-we + p").text()).startsWith("That cannot be told.");
    }

    @Test
    void nothingIsConcludedWhenALineMayBeHidden() {
        tellEverything();
        this.tampering.run("UPDATE entry SET subscriber_id = gen_random_uuid() WHERE leaf_index = 7");
        this.desk.post("/ledger/check", Desk.OFFICER, "DPO");
        Document page = Desk.read(this.desk.get(this.desk.view("ada@example.org")));
        assertThat(page.select(".govuk-error-summary").text()).contains("a line may be missing here");
        assertThat(page.select(".audit-answer")).isEmpty();
    }

    @Test
    void anEntryAndItsHashForgedTogetherAreCalledBroken() {
        tellEverything();
        this.tampering.swapPayloads(3, 7);
        Document page = Desk.read(this.desk.get(this.desk.view("ada@example.org")));
        assertThat(page.select(".audit-standing--broken").eachText()).hasSize(2)
            .allMatch((why) -> why.contains("What is stored here is not what was signed"));
    }

    @Test
    void everyLineLeadsToItsEntry() {
        tellEverything();
        String view = this.desk.view("ada@example.org");
        List<String> links = Desk.read(this.desk.get(view)).select(".audit-recorded a").eachAttr("href");
        assertThat(links).hasSize(7).contains(view + "/entries/3", view + "/entries/6/rows/3");
        for (String link : links) {
            Document page = Desk.read(this.desk.get(link));
            assertThat(page.select(".audit-standing--proved")).as(link).hasSize(1);
            assertThat(page.select("h2").eachText()).contains("The proof");
        }
    }

    @Test
    void whatIsAboutPeopleIsReachedOnlyByALook() {
        tellEverything();
        this.batches.take(new PersonNotFound(UUID.randomUUID(), Told.ASKED, "dpo", "complaint", "C-1"));
        for (int index : new int[] { 1, 2, 3, 4, 7, 8, 9 }) {
            assertThat(this.desk.get("/entries/" + index)).as("entry " + index).hasStatus(HttpStatus.NOT_FOUND);
        }
        for (int index : new int[] { 0, 5, 6 }) {
            assertThat(this.desk.get("/entries/" + index)).as("entry " + index).hasStatusOk();
        }
        assertThat(Desk.read(this.desk.get("/entries/6")).text()).doesNotContain(this.told.subscriberId.toString());
    }

    @Test
    void aLookAtOnePersonShowsNobodyElse() {
        tellEverything();
        var other = new Told();
        this.batches.take(other.given());
        String view = this.desk.view(other.receiptNumber);
        assertThat(this.desk.get(view + "/entries/9")).hasStatusOk();
        for (String foreign : new String[] { "/entries/3", "/entries/8", "/entries/6/rows/3", "/entries/6/rows/0",
                "/entries/6", "/entries/0" }) {
            assertThat(this.desk.get(view + foreign)).as(foreign).hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    @Test
    void wordsFromElsewhereAreWordsAndNothingElse() {
        NewsletterPublished mayor = Told.mayor();
        this.batches.take(
                new NewsletterPublished(UUID.randomUUID(), "mayor", Told.ASKED, 1, SCRIPT, SCRIPT, SCRIPT,
                        mayor.senderAddress(), SCRIPT, SCRIPT, true, mayor.validity(), "en-GB",
                        List.of(Told.wording(WordingKind.CONSENT_STATEMENT, Told.STATEMENT),
                                Told.wording(WordingKind.PRIVACY_NOTICE, SCRIPT))),
                this.told.requested(), this.told.given(), edition(), this.told.delivered(5, 3), this.told.viewed());
        String view = this.desk.view(this.told.receiptNumber);
        for (String page : new String[] { "/", "/ledger", view, view + "/entries/2", "/entries/0", "/entries/3",
                "/editions/" + this.told.editionId }) {
            Document document = Desk.read(this.desk.get(page));
            assertThat(document.select("script").eachAttr("src")).as(page).containsExactly("/theme/theme.js");
            assertThat(document.select("[onclick]")).as(page).isEmpty();
        }
        assertThat(Desk.read(this.desk.get(view)).text()).contains(SCRIPT);
        assertThat(Desk.read(this.desk.get("/editions/" + this.told.editionId)).text()).contains(SCRIPT);
    }

    private EditionPublished edition() {
        EditionPublished edition = this.told.edition();
        return new EditionPublished(edition.eventId(), edition.editionId(), edition.occurredAt(), "mayor",
                edition.slug(), SCRIPT, "en-GB", SCRIPT, SCRIPT, edition.contentSha256(), SCRIPT, SCRIPT,
                edition.approvedAt());
    }

    @Test
    void anErasedPersonIsStillFoundByReceipt() {
        tellEverything();
        this.residents.erase(this.told.subscriberId);
        assertThat(Desk.read(this.desk.get(this.desk.view("ada@example.org"))).select("h1").text())
            .isEqualTo("Nobody was found");
        Document page = Desk.read(this.desk.get(this.desk.view(this.told.receiptNumber)));
        assertThat(page.text()).contains("None: it was erased").doesNotContain("ada@example.org");
    }

}
