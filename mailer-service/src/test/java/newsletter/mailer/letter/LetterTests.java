package newsletter.mailer.letter;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import newsletter.events.ConsentEvent.AddressChangeLapsed;
import newsletter.events.ConsentEvent.AddressChangeRequested;
import newsletter.events.ConsentEvent.AddressChanged;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.mailer.Person;
import newsletter.mailer.letter.Letter.Item;
import newsletter.mailer.letter.Letter.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class LetterTests {

    private static final Duration WEEK = Duration.ofDays(7);

    private final Person person = Person.somebody();

    @Test
    void aRequestGivesALetterThatAsksForConfirmation() {
        var requested = this.person.requests("mayor", "clean-air");
        assertThat(Letter.about(requested, WEEK)).hasValueSatisfying((letter) -> {
            assertThat(letter.kind()).isEqualTo(Kind.PLEASE_CONFIRM);
            assertThat(letter.key()).isEqualTo("please-confirm:" + this.person.requestId());
            assertThat(letter.expiresAt()).isEqualTo(requested.expiresAt());
            assertThat(letter.confirmationMail()).isEqualTo(requested.confirmationMail());
            assertThat(letter.items()).extracting(Item::newsletterId).containsExactly("mayor", "clean-air");
            assertThat(letter.items()).extracting(Item::consentId).containsOnlyNulls();
            assertThat(letter.size()).isEqualTo(2);
        });
    }

    @Test
    void aConsentGivesItsPartOfAWelcome() {
        ConsentGiven given = this.person.consents("mayor", this.person.asked(), this.person.asked().plus(WEEK), 2);
        assertThat(Letter.about(given, WEEK)).hasValueSatisfying((letter) -> {
            assertThat(letter.key()).isEqualTo("welcome:" + this.person.receipt());
            assertThat(letter.expiresAt()).isEqualTo(given.occurredAt().plus(WEEK));
            assertThat(letter.items()).extracting(Item::consentId).containsExactly(given.consentId());
            assertThat(letter.size()).isEqualTo(2);
        });
    }

    @Test
    void whoWithdrawsIsNotWrittenTo() {
        assertThat(Letter.about(Person.withdraws(this.person.consents("mayor")), WEEK)).isEmpty();
    }

    @Test
    void whoAsksForALinkGetsALetterThatIsOfNoUseAfterIt() {
        var requested = this.person.asksForALink(Duration.ofHours(1));
        assertThat(Letter.about(requested, WEEK)).hasValueSatisfying((letter) -> {
            assertThat(letter.kind()).isEqualTo(Kind.YOUR_LINK);
            assertThat(letter.key()).isEqualTo("your-link:" + requested.eventId());
            assertThat(letter.expiresAt()).isEqualTo(requested.expiresAt());
            assertThat(letter.items()).isEmpty();
            assertThat(letter.size()).isZero();
        });
    }

    /** C-23: the one letter goes to the new mailbox, the other to the old one. */
    @Test
    void c23AChangeOfAddressAsksTheNewMailboxAndTellsTheOldOne() {
        Instant now = this.person.asked();
        UUID change = UUID.randomUUID();
        var requested = new AddressChangeRequested(UUID.randomUUID(), this.person.subscriberId(), now, change,
                UUID.randomUUID(), "pl", now.plus(WEEK));
        assertThat(Letter.about(requested, WEEK)).hasValueSatisfying((letter) -> {
            assertThat(letter.key()).isEqualTo("confirm-address:" + change);
            assertThat(letter.recipientId()).isEqualTo(requested.contactId());
            assertThat(letter.subscriberId()).isEqualTo(this.person.subscriberId());
            assertThat(letter.expiresAt()).isEqualTo(requested.expiresAt());
        });
        var changed = new AddressChanged(UUID.randomUUID(), this.person.subscriberId(), now, change, UUID.randomUUID(),
                "pl", "c".repeat(64));
        assertThat(Letter.about(changed, WEEK)).hasValueSatisfying((letter) -> {
            assertThat(letter.key()).isEqualTo("address-changed:" + change);
            assertThat(letter.recipientId()).isEqualTo(changed.formerContactId());
            assertThat(letter.expiresAt()).isEqualTo(now.plus(Duration.ofDays(3)));
        });
        var lapsed = new AddressChangeLapsed(UUID.randomUUID(), this.person.subscriberId(), now, change);
        assertThat(Letter.endedBy(lapsed)).contains("confirm-address:" + change).isEqualTo(Letter.endedBy(changed));
    }

    @Test
    void aRequestForNothingIsNotWrittenAbout() {
        assertThat(Letter.about(this.person.requests(), WEEK)).isEmpty();
    }

}
