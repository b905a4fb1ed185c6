package newsletter.mailer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import newsletter.events.ConsentEvent.AccessLinkRequested;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.events.ConsentEvent.RequestedNewsletter;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.events.ConsentEvent.WithdrawnBy;
import newsletter.events.NewsletterPublished;
import newsletter.events.NewsletterPublished.Wording;
import newsletter.events.NewsletterPublished.WordingKind;
import newsletter.events.SubscriberContact;
import newsletter.personaldata.AddressCipher;
import newsletter.personaldata.EmailAddress;

/**
 * Somebody nobody else has met, and what subscription-service would tell of them.
 */
public record Person(UUID subscriberId, String address, UUID requestId, String receipt, Instant asked) {

    public static final String STATEMENT = "I agree that the city sends me “%s”. I can stop at any time.";

    public static final String CONFIRMATION_MAIL = "Somebody – we hope you – asked for our newsletters.\n\n"
            + "If this was not you, do nothing. = 1.5 €";

    public static final String PRIVACY_NOTICE = "# Privacy\n\nWe keep your address to ourselves.";

    /** The name of a test's own newsletter, and its id. */
    public static Person somebody() {
        UUID id = UUID.randomUUID();
        return new Person(id, "resident-" + id + "@mail.example.net", UUID.randomUUID(),
                "R-" + id.toString().substring(0, 8), Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    public static String newNewsletter() {
        return "letter-" + UUID.randomUUID().toString().substring(0, 8);
    }

    public static NewsletterPublished published(String newsletterId, int purposeVersion, Instant at) {
        return new NewsletterPublished(UUID.randomUUID(), newsletterId, at, purposeVersion, "News of " + newsletterId,
                "To tell what is new.", "The Mayor’s office", newsletterId + "@news.exford.example.org", "Every week",
                "uk-gdpr:6(1)(a)", true, "P24M", "en",
                List.of(wording(WordingKind.CONSENT_STATEMENT, STATEMENT.formatted(newsletterId)),
                        wording(WordingKind.CONFIRMATION_MAIL, CONFIRMATION_MAIL),
                        wording(WordingKind.PRIVACY_NOTICE, PRIVACY_NOTICE)));
    }

    private static Wording wording(WordingKind kind, String text) {
        return new Wording(sha256(text), kind, "1.0.0", "en", Instant.EPOCH, text);
    }

    public static String sha256(String text) {
        try {
            return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException(ex);
        }
    }

    public SubscriberContact contact(AddressCipher cipher) {
        return contact(this.asked,
                cipher.encryptAddress(this.subscriberId, EmailAddress.parse(this.address).orElseThrow()));
    }

    public SubscriberContact contact(Instant at, byte[] address) {
        return new SubscriberContact(UUID.randomUUID(), this.subscriberId, at, "en",
                Base64.getEncoder().encodeToString(address), "c2FsdA==", "dGFn");
    }

    public SubscriptionRequested requests(String... newsletters) {
        return requests(Duration.ofDays(7), newsletters);
    }

    public SubscriptionRequested requests(Duration expiry, String... newsletters) {
        return new SubscriptionRequested(UUID.randomUUID(), this.subscriberId, this.asked, this.requestId,
                Arrays.stream(newsletters)
                    .map((id) -> new RequestedNewsletter(id, 1, sha256(STATEMENT.formatted(id))))
                    .toList(),
                sha256(PRIVACY_NOTICE), sha256(CONFIRMATION_MAIL), "en", "web-form", this.asked.plus(expiry));
    }

    /** The only consent of its receipt. */
    public ConsentGiven consents(String newsletter) {
        return consents(newsletter, this.asked, this.asked.plus(Duration.ofDays(730)), 1);
    }

    public ConsentGiven consents(String newsletter, Instant at, Instant until, int receiptConsents) {
        return new ConsentGiven(UUID.randomUUID(), this.subscriberId, at, UUID.randomUUID(), newsletter, 1,
                this.requestId, sha256(STATEMENT.formatted(newsletter)), sha256(PRIVACY_NOTICE),
                sha256(CONFIRMATION_MAIL), "en", "c".repeat(64), "button", until, this.receipt, receiptConsents);
    }

    public AccessLinkRequested asksForALink(Duration expiry) {
        return new AccessLinkRequested(UUID.randomUUID(), this.subscriberId, this.asked, "en", this.asked.plus(expiry));
    }

    public static ConsentWithdrawn withdraws(ConsentGiven consent) {
        return withdraws(consent, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    public static ConsentWithdrawn withdraws(ConsentGiven consent, Instant at) {
        return new ConsentWithdrawn(UUID.randomUUID(), consent.subscriberId(), at, consent.consentId(),
                consent.newsletterId(), WithdrawnBy.ONE_CLICK);
    }

}
