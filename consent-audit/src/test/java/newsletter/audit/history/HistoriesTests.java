package newsletter.audit.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import newsletter.audit.Residents;
import newsletter.audit.TableTest;
import newsletter.audit.Tampering;
import newsletter.audit.Told;
import newsletter.audit.checkpoint.SignNow;
import newsletter.audit.ingest.Batches;
import newsletter.audit.person.Held;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.DisowningRevoked;
import newsletter.events.ConsentEvent.RenewalReminded;
import newsletter.events.ConsentEvent.RequestDisowned;
import newsletter.events.ConsentEvent.RequestLapsed;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.events.DeliveryReport.LetterReported;
import newsletter.events.DeliveryReport.Outcome;
import newsletter.events.NewsletterPublished;
import newsletter.events.NewsletterPublished.Wording;

import static org.assertj.core.api.Assertions.assertThat;

@TableTest
class HistoriesTests {

    private final Told told = new Told();

    @Autowired
    private Histories histories;

    @Autowired
    private Residents residents;

    @Autowired
    private Batches batches;

    @Autowired
    private SignNow sign;

    @Autowired
    private Tampering tampering;

    @BeforeEach
    void anEmptyLedger() {
        this.tampering.startAfresh();
    }

    @Test
    void theWholeStoryIsToldInOrderAndProved() {
        tellEverything();
        PersonHistory history = history();
        assertThat(history.lines()).extracting((line) -> line.words().heading())
            .containsExactly("Asked for Email from the Mayor", "Confirmation mail mailed",
                    "Confirmed, and so consented to Email from the Mayor", "Receipt (welcome mail) mailed",
                    "Edition “How we keep the roads open” mailed", "Withdrew consent to Email from the Mayor",
                    "Looked at by the officer “dpo”");
        assertThat(history.lines()).allMatch((line) -> line.standing().isProved()).allMatch(Line::isWordingIntact);
        assertThat(history.proved()).isEqualTo(7);
        assertThat(history.broken()).isZero();
        assertThat(history.lines().get(4).words().edition()).isEqualTo(this.told.editionId);
        assertThat(history.lines().get(4).place()).isEqualTo("6/rows/3");
        assertThat(history.answers()).singleElement().satisfies((answer) -> {
            assertThat(answer.yes()).isFalse();
            assertThat(answer.why()).isEqualTo("Consent was withdrawn on 22 November 2026, 16:33:12. "
                    + "It had been confirmed on 22 November 2026, 14:09:22.");
        });
    }

    @Test
    void whatReachesUsLateStandsWhereItHappened() {
        this.batches.take(this.told.withdrawn());
        this.batches.take(Told.mayor(), this.told.given());
        this.batches.take(this.told.requested());
        assertThat(history().lines()).extracting((line) -> line.standing().index()).containsExactly(3L, 2L, 0L);
        assertThat(history().answers()).singleElement().matches((answer) -> !answer.yes());
    }

    @Test
    void theWordsAreThoseThatWereShown() {
        this.batches.take(Told.mayor(), this.told.requested(), this.told.confirmationMailed());
        List<Line> lines = history().lines();
        assertThat(lines.getFirst().words().shown())
            .extracting((shown) -> Objects.requireNonNull(shown.wording()).text())
            .containsExactly(Told.STATEMENT, Told.PRIVACY_NOTICE, Told.CONFIRMATION_MAIL);
        assertThat(lines.getLast().words().shown())
            .extracting((shown) -> Objects.requireNonNull(shown.wording()).text())
            .containsExactly(Told.CONFIRMATION_MAIL);
    }

    @Test
    void whyARequestEndedIsToldInWords() {
        UUID person = this.told.subscriberId;
        Instant later = Told.ASKED.plusSeconds(60);
        this.batches.take(Told.mayor(), this.told.requested(),
                new RequestDisowned(UUID.randomUUID(), person, later, this.told.requestId, later.plusSeconds(86400)),
                new DisowningRevoked(UUID.randomUUID(), person, later.plusSeconds(1), this.told.requestId),
                new RequestLapsed(UUID.randomUUID(), person, later.plusSeconds(2), this.told.requestId));
        assertThat(history().lines()).extracting((line) -> line.words().heading())
            .containsExactly("Asked for Email from the Mayor", "Said that they had not asked: “This wasn’t me”",
                    "Said that letters which ask for confirmation are welcome again",
                    "The request lapsed: nobody confirmed it in time");
        assertThat(history().answers()).singleElement().matches((answer) -> !answer.yes());
    }

    @Test
    void c28ARenewalIsToldAsWhatTheCityAskedAndThePersonAnswered() {
        UUID renewal = UUID.randomUUID();
        ConsentGiven first = this.told.given();
        Instant asked = first.validUntil().minus(Duration.ofDays(30));
        SubscriptionRequested form = this.told.requested();
        this.batches.take(Told.mayor(), form, first,
                new SubscriptionRequested(UUID.randomUUID(), this.told.subscriberId, asked, renewal, form.newsletters(),
                        form.privacyNotice(), form.confirmationMail(), "en-GB", "renewal", first.validUntil()),
                letter("please-renew", renewal, asked.plusSeconds(1)), new RenewalReminded(UUID.randomUUID(),
                        this.told.subscriberId, asked.plus(Duration.ofDays(23)), renewal),
                letter("renewal-reminder", renewal, asked.plus(Duration.ofDays(23)).plusSeconds(1)));
        assertThat(history().answers()).as("to be asked changes nothing")
            .singleElement()
            .matches(PersonHistory.Answer::yes);
        this.batches.take(new ConsentGiven(UUID.randomUUID(), this.told.subscriberId, asked.plus(Duration.ofDays(24)),
                UUID.randomUUID(), "mayor", 1, renewal, first.statement(), first.privacyNotice(),
                first.confirmationMail(), "en-GB", first.addressCommitment(), "button",
                first.validUntil().plus(Duration.ofDays(700)), "R-RENEWED", 1));
        assertThat(history().lines()).extracting((line) -> line.words().heading())
            .containsExactly("Asked for Email from the Mayor", "Confirmed, and so consented to Email from the Mayor",
                    "Was asked to renew consent to Email from the Mayor", "Letter that asks to renew mailed",
                    "Was asked to renew for the last time", "Last reminder to renew mailed",
                    "Renewed consent to Email from the Mayor");
        assertThat(history().answers()).singleElement().matches((answer) -> answer.why().contains("R-RENEWED"));
    }

    private LetterReported letter(String kind, UUID about, Instant at) {
        return new LetterReported(UUID.randomUUID(), this.told.subscriberId, at, kind, about.toString(),
                Outcome.ACCEPTED, kind + "@news.exford.example.org", "250 2.0.0 queued");
    }

    @Test
    void wordsThatWereNeverPublishedAreMissed() {
        this.batches.take(this.told.requested());
        PersonHistory history = history();
        assertThat(history.lines().getFirst().isWordingIntact()).isFalse();
        assertThat(history.otherWords()).isEqualTo(1);
    }

    @Test
    void wordsThatDoNotHaveTheHashTheyAreKnownByAreNoticed() {
        var mayor = Told.mayor();
        var forged = new NewsletterPublished(mayor.eventId(), "mayor", mayor.occurredAt(), 1, mayor.name(),
                mayor.purpose(), mayor.sender(), mayor.senderAddress(), mayor.frequency(), mayor.lawfulBasis(), true,
                mayor.validity(), "en-GB",
                mayor.wordings()
                    .stream()
                    .map((wording) -> new Wording(wording.sha256(), wording.kind(), "1.0.0", "en-GB",
                            wording.effectiveFrom(), wording.text() + " And more."))
                    .toList());
        this.batches.take(forged, this.told.requested());
        assertThat(history().otherWords()).isEqualTo(1);
    }

    @Test
    void aConsentOpensWithTheAddressThatIsHeld() {
        this.told.commitment = this.residents.signUp(this.told.subscriberId, "ada@example.org");
        this.batches.take(Told.mayor(), this.told.given());
        assertThat(history().address()).contains("ada@example.org");
        assertThat(whichAddress()).startsWith("The address we hold");
    }

    @Test
    void aConsentForAnotherAddressDoesNotOpen() {
        this.residents.signUp(this.told.subscriberId, "ada@example.org");
        this.batches.take(Told.mayor(), this.told.given());
        assertThat(whichAddress()).startsWith("Another one");
    }

    @Test
    void afterErasureNobodyCanOpenIt() {
        this.told.commitment = this.residents.signUp(this.told.subscriberId, "ada@example.org");
        this.batches.take(Told.mayor(), this.told.given());
        this.residents.erase(this.told.subscriberId);
        assertThat(history().held()).isInstanceOf(Held.Nothing.class);
        assertThat(whichAddress()).startsWith("Cannot be told: address and salt are erased");
    }

    @Test
    void anAddressThatOurKeysDoNotOpenSpoilsNothingElse() {
        this.residents.signUp(this.told.subscriberId, "ada@example.org");
        this.batches.take(Told.mayor(), this.told.given());
        this.tampering.run("UPDATE contact SET address = set_byte(address, 20, 1), salt = set_byte(salt, 20, 1)");
        assertThat(history().held()).isInstanceOf(Held.Locked.class);
        assertThat(whichAddress()).startsWith("Cannot be told: our keys");
    }

    @Test
    void anEntryThatCanNoLongerBeReadIsShownAsSuch() {
        tellEverything();
        this.tampering.run("UPDATE entry SET payload = 'nonsense' WHERE type = 'consent-withdrawn'");
        PersonHistory history = history();
        assertThat(history.lines()).hasSize(7);
        assertThat(history.lines()).extracting((line) -> line.words().heading())
            .contains("This entry can no longer be read");
        assertThat(history.broken()).isEqualTo(1);
    }

    @Test
    void aDeliveryThatCanNoLongerBeReadIsShownAsSuch() {
        tellEverything();
        this.tampering.run("UPDATE delivery_row SET row_bytes = 'nonsense'");
        PersonHistory history = history();
        assertThat(history.lines()).extracting((line) -> line.words().heading())
            .contains("This delivery can no longer be read");
        assertThat(history.broken()).isEqualTo(1);
    }

    private void tellEverything() {
        this.batches.take(Told.mayor(), this.told.requested(), this.told.confirmationMailed(), this.told.given(),
                this.told.receiptMailed(), this.told.edition(), this.told.delivered(5, 3), this.told.withdrawn(),
                this.told.viewed());
        this.sign.sign();
    }

    private String whichAddress() {
        return history().lines()
            .getFirst()
            .words()
            .facts()
            .stream()
            .filter((fact) -> fact.label().equals("For which address"))
            .map(Fact::value)
            .findFirst()
            .orElseThrow();
    }

    private PersonHistory history() {
        return this.histories.of(this.told.subscriberId);
    }

}
