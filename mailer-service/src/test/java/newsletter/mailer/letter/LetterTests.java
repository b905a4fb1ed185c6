package newsletter.mailer.letter;

import java.time.Duration;

import org.junit.jupiter.api.Test;

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

    @Test
    void aRequestForNothingIsNotWrittenAbout() {
        assertThat(Letter.about(this.person.requests(), WEEK)).isEmpty();
    }

}
