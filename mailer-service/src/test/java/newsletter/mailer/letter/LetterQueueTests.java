package newsletter.mailer.letter;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.AddressChangeRequested;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.RequestDisowned;
import newsletter.events.ConsentEvent.RequestLapsed;
import newsletter.events.DeliveryReport.Outcome;
import newsletter.mailer.Person;
import newsletter.mailer.TableTest;
import newsletter.mailer.letter.ClaimedLetter.Item;
import newsletter.mailer.letter.ClaimedLetter.Settled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@TableTest
class LetterQueueTests {

    @Autowired
    private LetterQueue queue;

    @Autowired
    private JdbcClient jdbc;

    private final UUID sender = UUID.randomUUID();

    private final Person person = Person.somebody();

    @BeforeEach
    void whatIsKnown() {
        this.jdbc.sql("INSERT INTO sender (sender_id, held_until) VALUES (:id, now() + interval '1 hour')")
            .param("id", this.sender)
            .update();
        newsletter("mayor");
        wording(Person.CONFIRMATION_MAIL);
        wording(Person.STATEMENT.formatted("mayor"));
    }

    private void newsletter(String id) {
        this.jdbc.sql("""
                INSERT INTO newsletter (id, name, purpose, purpose_version, sender, sender_address, frequency, language,
                    told_at)
                VALUES (:id, 'News of ' || :id, 'p', 1, 's', 's@example.org', 'weekly', 'en', now())
                """).param("id", id).update();
    }

    private void wording(String text) {
        this.jdbc.sql("""
                INSERT INTO wording (sha256, version, language, text) VALUES (:hash, '1', 'en', :text)
                ON CONFLICT DO NOTHING
                """).param("hash", Person.sha256(text)).param("text", text).update();
    }

    private void contact() {
        this.jdbc.sql("INSERT INTO contact (subscriber_id, address, language, told_at) VALUES (:id, 'x', 'en', now())")
            .param("id", this.person.subscriberId())
            .update();
    }

    private void consent(ConsentGiven given) {
        this.jdbc.sql("""
                INSERT INTO consent (consent_id, subscriber_id, newsletter_id, given_at, purpose_version, request_id,
                    statement, privacy_notice, valid_until, receipt_number)
                VALUES (:consent, :subscriber, :newsletter, now(), 1, :request, 's', 'p', now() + interval '1 year',
                    'R')
                """)
            .param("consent", given.consentId())
            .param("subscriber", given.subscriberId())
            .param("newsletter", given.newsletterId())
            .param("request", given.requestId())
            .update();
    }

    private void add(ConsentEvent event) {
        this.queue.add(Letter.about(event, Duration.ofDays(7)).orElseThrow());
    }

    private Optional<ClaimedLetter> take() {
        return this.queue.take(this.sender, UUID.randomUUID());
    }

    private String status(String key) {
        return this.jdbc.sql("SELECT status FROM letter WHERE letter_key = :key")
            .param("key", key)
            .query(String.class)
            .single();
    }

    private String pleaseConfirm() {
        return "please-confirm:" + this.person.requestId();
    }

    private String welcome() {
        return "welcome:" + this.person.receipt();
    }

    @Test
    void aLetterIsTakenUpWithAllItNeeds() {
        contact();
        add(this.person.requests("mayor"));
        assertThat(take()).hasValueSatisfying((letter) -> {
            assertThat(letter.wording()).isEqualTo(Person.CONFIRMATION_MAIL);
            assertThat(letter.encryptedAddress()).containsExactly('x');
            assertThat(letter.items()).extracting(Item::name, Item::statement)
                .containsExactly(tuple("News of mayor", Person.STATEMENT.formatted("mayor")));
        });
        assertThat(take()).isEmpty();
    }

    /** C-12. */
    @Test
    void aNewsletterIsCalledAsTheLanguageOfTheLetterCallsIt() {
        contact();
        newsletter("translated");
        wording(Person.STATEMENT.formatted("translated"));
        this.jdbc.sql("""
                INSERT INTO newsletter_text (newsletter_id, language, name, purpose, frequency)
                VALUES ('translated', 'pl', 'Po polsku', 'Cel', 'Co tydzień'), ('translated', 'en', 'Not so', '-', '-')
                """).update();
        add(this.person.requests("translated"));
        assertThat(take().orElseThrow().items()).extracting(Item::name).containsExactly("News of translated");
        this.jdbc.sql("UPDATE letter SET language = 'pl', status = 'waiting', claimed_by = NULL, claim_id = NULL")
            .update();
        assertThat(take().orElseThrow().items()).extracting(Item::name, Item::frequency)
            .containsExactly(tuple("Po polsku", "Co tydzień"));
    }

    @Test
    void aLetterWaitsForTheAddress() {
        add(this.person.requests("mayor"));
        assertThat(take()).isEmpty();
        contact();
        assertThat(this.queue.isDue()).isTrue();
    }

    @Test
    void aLetterWaitsForTheNewsletter() {
        contact();
        wording(Person.STATEMENT.formatted("air"));
        add(this.person.requests("air"));
        assertThat(take()).isEmpty();
        newsletter("air");
        assertThat(take()).isPresent();
    }

    @Test
    void aLetterWaitsForEachWording() {
        contact();
        newsletter("air");
        add(this.person.requests("mayor", "air"));
        assertThat(take()).isEmpty();
        wording(Person.STATEMENT.formatted("air"));
        assertThat(take()).isPresent();
    }

    @Test
    void aReceiptWaitsForAllItsConsents() {
        contact();
        newsletter("air");
        wording(Person.STATEMENT.formatted("air"));
        Instant until = this.person.asked().plus(Duration.ofDays(1));
        ConsentGiven first = this.person.consents("mayor", this.person.asked(), until, 2);
        ConsentGiven second = this.person.consents("air", this.person.asked(), until, 2);
        consent(first);
        add(first);
        assertThat(take()).isEmpty();
        consent(second);
        add(second);
        add(first);
        assertThat(take()).hasValueSatisfying((letter) -> assertThat(letter.items()).hasSize(2));
    }

    @Test
    void anEventToldTwiceMakesOneLetter() {
        contact();
        add(this.person.requests("mayor"));
        add(this.person.requests("mayor"));
        assertThat(take()).isPresent();
        assertThat(take()).isEmpty();
    }

    @Test
    void aLetterThatWasSentIsNotSentAgainWhenItsEventIsReadAgain() {
        contact();
        add(this.person.requests("mayor"));
        UUID claim = UUID.randomUUID();
        ClaimedLetter letter = this.queue.take(this.sender, claim).orElseThrow();
        assertThat(settle(letter, claim, Outcome.ACCEPTED, Duration.ZERO)).isTrue();
        add(this.person.requests("mayor"));
        assertThat(take()).isEmpty();
    }

    private boolean settle(ClaimedLetter letter, UUID claim, @Nullable Outcome outcome, Duration delay) {
        return this.queue.settle(letter.key(), claim, new Settled(outcome, Instant.now(), "words", delay, 0));
    }

    @Test
    void aRequestThatHasExpiredIsNotMailed() {
        contact();
        add(this.person.requests(Duration.ofSeconds(-1), "mayor"));
        assertThat(take()).isEmpty();
        this.queue.drop();
        assertThat(status(pleaseConfirm())).isEqualTo("dropped");
    }

    /** "This wasn't me" also holds back what is on its way. */
    @Test
    void aRequestThatWasDisownedOrHasLapsedIsNotMailed() {
        contact();
        var id = UUID.randomUUID();
        var disowned = new RequestDisowned(id, this.person.subscriberId(), Instant.now(), this.person.requestId(),
                Instant.now());
        var lapsed = new RequestLapsed(id, this.person.subscriberId(), Instant.now(), this.person.requestId());
        assertThat(Letter.endedBy(lapsed)).isEqualTo(Letter.endedBy(disowned)).contains(pleaseConfirm());
        add(this.person.requests("mayor"));
        Letter.endedBy(disowned).forEach(this.queue::drop);
        assertThat(take()).isEmpty();
        assertThat(status(pleaseConfirm())).isEqualTo("dropped");
        assertThat(Letter.about(disowned, Duration.ofDays(7))).isEmpty();
        assertThat(Letter.about(lapsed, Duration.ofDays(7))).isEmpty();
    }

    @Test
    void aRequestThatWasAnsweredIsNotMailed() {
        contact();
        consent(this.person.consents("mayor"));
        add(this.person.requests("mayor"));
        assertThat(take()).isEmpty();
        this.queue.drop();
        assertThat(status(pleaseConfirm())).isEqualTo("dropped");
    }

    @Test
    void whoWithdrewAtOnceIsNotWelcomed() {
        contact();
        ConsentGiven given = this.person.consents("mayor");
        consent(given);
        add(given);
        this.jdbc.sql("UPDATE consent SET ended_at = now(), ended_by = gen_random_uuid() WHERE consent_id = :id")
            .param("id", given.consentId())
            .update();
        assertThat(take()).isEmpty();
        this.queue.drop();
        assertThat(status(welcome())).isEqualTo("dropped");
    }

    @Test
    void historyReadByANewDatabaseWelcomesNobodyAgain() {
        contact();
        Instant longAgo = this.person.asked().minus(Duration.ofDays(8));
        ConsentGiven given = this.person.consents("mayor", longAgo, this.person.asked().plus(Duration.ofDays(1)), 1);
        consent(given);
        add(given);
        assertThat(take()).isEmpty();
    }

    @Test
    void aLinkWaitsForTheAddressAloneAndNotLongerThanItIsGood() {
        add(this.person.asksForALink(Duration.ofHours(1)));
        assertThat(take()).isEmpty();
        contact();
        assertThat(take()).hasValueSatisfying((letter) -> {
            assertThat(letter.kind()).isEqualTo(Letter.Kind.YOUR_LINK);
            assertThat(letter.items()).isEmpty();
        });
        ConsentEvent late = this.person.asksForALink(Duration.ofSeconds(-1));
        add(late);
        assertThat(take()).isEmpty();
        this.queue.drop();
        assertThat(status("your-link:" + late.eventId())).isEqualTo("dropped");
    }

    /** A letter about a consent is bound to the language of its words, others are not. */
    @Test
    void aLinkIsInTheLanguageThatThePersonWantsNowAndAConfirmationInTheOneItWasAskedIn() {
        contact();
        add(this.person.asksForALink(Duration.ofHours(1)));
        this.jdbc.sql("UPDATE contact SET language = 'pl' WHERE subscriber_id = :id")
            .param("id", this.person.subscriberId())
            .update();
        assertThat(take()).map(ClaimedLetter::language).contains("pl");
        add(this.person.requests("mayor"));
        assertThat(take()).map(ClaimedLetter::language).contains("en");
    }

    /** C-23: it waits for the address that is lent for it, and goes to no other. */
    @Test
    void c23AChangeOfAddressWaitsForItsOwnAddress() {
        contact();
        UUID lent = UUID.randomUUID();
        add(new AddressChangeRequested(UUID.randomUUID(), this.person.subscriberId(), this.person.asked(),
                UUID.randomUUID(), lent, "en", this.person.asked().plus(Duration.ofDays(7))));
        assertThat(take()).isEmpty();
        this.jdbc.sql("INSERT INTO contact (subscriber_id, address, language, told_at) VALUES (:id, 'y', 'en', now())")
            .param("id", lent)
            .update();
        assertThat(take()).hasValueSatisfying((letter) -> {
            assertThat(letter.recipientId()).isEqualTo(lent);
            assertThat(letter.encryptedAddress()).isEqualTo("y".getBytes(StandardCharsets.UTF_8));
        });
    }

    @Test
    void whatWaitsIsNotDropped() {
        add(this.person.requests("mayor"));
        this.queue.drop();
        assertThat(status(pleaseConfirm())).isEqualTo("waiting");
    }

    @Test
    void whatIsPutOffIsNotTakenBeforeItsTime() {
        contact();
        add(this.person.requests("mayor"));
        UUID claim = UUID.randomUUID();
        settle(this.queue.take(this.sender, claim).orElseThrow(), claim, null, Duration.ofHours(1));
        assertThat(this.queue.isDue()).isFalse();
        assertThat(take()).isEmpty();
    }

    @Test
    void whatTheDeadHadInHandIsSentOnceMoreAndThenLeft() {
        contact();
        add(this.person.requests("mayor"));
        UUID dead = UUID.randomUUID();
        UUID claim = UUID.randomUUID();
        ClaimedLetter letter = this.queue.take(dead, claim).orElseThrow();
        assertThat(this.queue.takeFromTheDead()).extracting(LetterQueue.Orphan::doubts).containsExactly(1);
        assertThat(status(pleaseConfirm())).isEqualTo("waiting");
        assertThat(settle(letter, claim, Outcome.ACCEPTED, Duration.ZERO)).as("the dead rises too late").isFalse();
        ClaimedLetter again = this.queue.take(dead, UUID.randomUUID()).orElseThrow();
        assertThat(again.letterId()).isEqualTo(letter.letterId());
        this.queue.takeFromTheDead();
        assertThat(status(pleaseConfirm())).isEqualTo("unknown");
    }

    @Test
    void whatTheLivingHaveInHandStaysTheirs() {
        contact();
        add(this.person.requests("mayor"));
        take();
        assertThat(this.queue.takeFromTheDead()).isEmpty();
        assertThat(status(pleaseConfirm())).isEqualTo("claimed");
    }

}
