package newsletter.mailer.letter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.events.ConsentEvent.RenewalReminded;
import newsletter.events.ConsentEvent.RequestDisowned;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.mailer.Person;
import newsletter.mailer.TableTest;
import newsletter.mailer.letter.ClaimedLetter.Item;
import newsletter.mailer.letter.Letter.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** Letters that the city sends of itself: C-28, C-29 and C-16. */
@TableTest
class RenewalLettersTests {

    private static final Duration MONTH = Duration.ofDays(30);

    @Autowired
    private LetterQueue queue;

    @Autowired
    private JdbcClient jdbc;

    private final UUID sender = UUID.randomUUID();

    private final Person person = Person.somebody();

    private final UUID consent = UUID.randomUUID();

    @BeforeEach
    void somebodyWhoTakesTheMayorsNews() {
        this.jdbc.sql("INSERT INTO sender (sender_id, held_until) VALUES (:id, now() + interval '1 hour')")
            .param("id", this.sender)
            .update();
        this.jdbc.sql("""
                INSERT INTO newsletter (id, name, purpose, purpose_version, sender, sender_address, frequency, language,
                    told_at)
                VALUES ('mayor', 'The Mayor', 'p', 1, 's', 's@example.org', 'weekly', 'en', now())
                """).update();
        wording(Person.CONFIRMATION_MAIL);
        wording(Person.STATEMENT.formatted("mayor"));
        wording("I agreed before.");
        this.jdbc.sql("INSERT INTO contact (subscriber_id, address, language, told_at) VALUES (:id, 'x', 'en', now())")
            .param("id", this.person.subscriberId())
            .update();
        this.jdbc.sql("""
                INSERT INTO consent (consent_id, subscriber_id, newsletter_id, given_at, purpose_version, request_id,
                    statement, privacy_notice, valid_until, receipt_number)
                VALUES (:consent, :subscriber, 'mayor', now() - interval '700 days', 1, gen_random_uuid(), :statement,
                    'p', now() + interval '30 days', 'R')
                """)
            .param("consent", this.consent)
            .param("subscriber", this.person.subscriberId())
            .param("statement", Person.sha256("I agreed before."))
            .update();
    }

    private void wording(String text) {
        this.jdbc.sql("""
                INSERT INTO wording (sha256, version, language, text) VALUES (:hash, '1', 'en', :text)
                ON CONFLICT DO NOTHING
                """).param("hash", Person.sha256(text)).param("text", text).update();
    }

    private SubscriptionRequested asked(String method, Duration expiry) {
        SubscriptionRequested form = this.person.requests(expiry, "mayor");
        return new SubscriptionRequested(form.eventId(), form.subscriberId(), form.occurredAt(), form.requestId(),
                form.newsletters(), form.privacyNotice(), form.confirmationMail(), form.language(), method,
                form.expiresAt());
    }

    private void asksToRenew() {
        this.queue.add(Letter.about(asked("renewal", MONTH), Duration.ofDays(7)).orElseThrow());
    }

    private void reminds() {
        this.queue.remind(new RenewalReminded(UUID.randomUUID(), this.person.subscriberId(), Instant.now(),
                this.person.requestId()));
    }

    private Optional<ClaimedLetter> take() {
        return this.queue.take(this.sender, UUID.randomUUID());
    }

    private String outcome(String kind) {
        this.queue.drop();
        return this.jdbc.sql("SELECT status || ' ' || coalesce(reply, '') FROM letter WHERE letter_key = :key")
            .param("key", kind + ":" + this.person.requestId())
            .query(String.class)
            .single()
            .strip();
    }

    @Test
    void c28ARenewalIsALetterThatKnowsWhenWhatEnds() {
        asksToRenew();
        assertThat(take()).hasValueSatisfying((letter) -> {
            assertThat(letter.kind()).isEqualTo(Kind.PLEASE_RENEW);
            assertThat(letter.items()).singleElement().satisfies((item) -> {
                assertThat(item.live()).isTrue();
                assertThat(item.until()).isBetween(Instant.now().plus(MONTH.minusHours(1)), Instant.now().plus(MONTH));
                assertThat(item.former()).isNull();
            });
        });
    }

    @Test
    void c28AReminderIsASecondLetterAboutTheSameRequestOnce() {
        asksToRenew();
        take();
        reminds();
        reminds();
        assertThat(take()).hasValueSatisfying((letter) -> {
            assertThat(letter.kind()).isEqualTo(Kind.RENEWAL_REMINDER);
            assertThat(letter.about()).isEqualTo(this.person.requestId().toString());
            assertThat(letter.wording()).isEqualTo(Person.CONFIRMATION_MAIL);
            assertThat(letter.items()).extracting(Item::newsletterId).containsExactly("mayor");
        });
        assertThat(take()).isEmpty();
    }

    @Test
    void c28WhatWaitedUntilTheReminderIsOneLetterAndNotTwo() {
        asksToRenew();
        reminds();
        assertThat(take()).hasValueSatisfying((letter) -> assertThat(letter.kind()).isEqualTo(Kind.RENEWAL_REMINDER));
        assertThat(take()).isEmpty();
        assertThat(outcome("please-renew")).isEqualTo("dropped overtaken");
    }

    @Test
    void whoHasStoppedIsNotAskedToRenew() {
        asksToRenew();
        this.jdbc.sql("UPDATE consent SET ended_at = now(), ended_by = gen_random_uuid() WHERE consent_id = :id")
            .param("id", this.consent)
            .update();
        assertThat(take()).isEmpty();
        assertThat(outcome("please-renew")).isEqualTo("dropped ended");
    }

    @Test
    void c28NothingIsSentWhenTheConsentHasRunOut() {
        asksToRenew();
        reminds();
        this.jdbc.sql("UPDATE consent SET valid_until = now() WHERE consent_id = :id")
            .param("id", this.consent)
            .update();
        assertThat(take()).isEmpty();
        assertThat(outcome("renewal-reminder")).isEqualTo("dropped ended");
    }

    @Test
    void whoHasAnsweredIsNotRemindedOfIt() {
        asksToRenew();
        reminds();
        this.jdbc.sql("""
                INSERT INTO consent (consent_id, subscriber_id, newsletter_id, given_at, purpose_version, request_id,
                    statement, privacy_notice, valid_until, receipt_number)
                VALUES (gen_random_uuid(), :subscriber, 'mayor', now(), 1, :request, 's', 'p',
                    now() + interval '730 days', 'S')
                """).param("subscriber", this.person.subscriberId()).param("request", this.person.requestId()).update();
        assertThat(take()).isEmpty();
        assertThat(outcome("renewal-reminder")).isEqualTo("dropped answered");
    }

    @Test
    void c29WhatWasAgreedToBeforeIsInTheLetterIfThePurposeHasChanged() {
        this.jdbc.sql("UPDATE newsletter SET purpose_version = 2 WHERE id = 'mayor'").update();
        asksToRenew();
        assertThat(take()).hasValueSatisfying(
                (letter) -> assertThat(letter.items()).extracting(Item::former).containsExactly("I agreed before."));
    }

    @Test
    void c26WhileNothingMayBeUsedTheLetterWaits() {
        asksToRenew();
        this.jdbc.sql("""
                INSERT INTO hold (subscriber_id, kind, until, event_id, told_at)
                VALUES (:id, 'restricted', 'infinity', gen_random_uuid(), now())
                """).param("id", this.person.subscriberId()).update();
        assertThat(take()).isEmpty();
        assertThat(outcome("please-renew")).isEqualTo("waiting");
        this.jdbc.sql("UPDATE hold SET kind = 'paused' WHERE subscriber_id = :id")
            .param("id", this.person.subscriberId())
            .update();
        assertThat(take()).as("a pause is about newsletters").isPresent();
    }

    @Test
    void c16APermissionRequestIsALetterOfItsOwnThatCanBeDisowned() {
        SubscriptionRequested asked = asked("permission-request", Duration.ofDays(7));
        this.queue.add(Letter.about(asked, Duration.ofDays(7)).orElseThrow());
        var disowned = new RequestDisowned(UUID.randomUUID(), this.person.subscriberId(), Instant.now(),
                this.person.requestId(), Instant.now());
        List<String> ended = Letter.endedBy(disowned);
        assertThat(ended).contains("permission-request:" + this.person.requestId());
        ended.forEach(this.queue::drop);
        assertThat(take()).isEmpty();
        assertThat(outcome("permission-request")).isEqualTo("dropped ended");
    }

}
