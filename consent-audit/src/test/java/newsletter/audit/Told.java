package newsletter.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

import newsletter.events.AuditEvent.PersonViewed;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.events.ConsentEvent.RequestedNewsletter;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.events.ConsentEvent.WithdrawnBy;
import newsletter.events.DeliveryReport.DeliveriesReported;
import newsletter.events.DeliveryReport.LetterReported;
import newsletter.events.DeliveryReport.Outcome;
import newsletter.events.DeliveryReport.Row;
import newsletter.events.EditionPublished;
import newsletter.events.Event;
import newsletter.events.EventJson;
import newsletter.events.NewsletterPublished;
import newsletter.events.NewsletterPublished.Wording;
import newsletter.events.NewsletterPublished.WordingKind;

/** What other services tell: the story of one person, with ids of its own. */
public final class Told {

    public static final String STATEMENT = "I agree that the City of Exford emails me the Mayor's newsletter.";

    public static final String PRIVACY_NOTICE = "# Privacy notice\n\nWe use your address for this, and nothing else.";

    public static final String CONFIRMATION_MAIL = "Please confirm that you asked for our newsletter.";

    public static final Instant ASKED = Instant.parse("2026-11-22T14:03:12.001Z");

    public final UUID subscriberId = UUID.randomUUID();

    public final UUID requestId = UUID.randomUUID();

    public final UUID consentId = UUID.randomUUID();

    public final UUID editionId = UUID.randomUUID();

    public final String receiptNumber = "R-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    /**
     * The commitment of the consent; set it to that of an address to let it be opened.
     */
    public String commitment = "ab".repeat(32);

    public static NewsletterPublished mayor() {
        return new NewsletterPublished(UUID.randomUUID(), "mayor", Instant.parse("2026-11-01T09:00:00Z"), 1,
                "Email from the Mayor", "What the mayor does and decides, once a month.", "Mayor of Exford",
                "mayor@news.exford.example.org", "monthly", "uk-gdpr:6(1)(a)", true, "P24M", "en-GB",
                List.of(wording(WordingKind.CONSENT_STATEMENT, STATEMENT),
                        wording(WordingKind.PRIVACY_NOTICE, PRIVACY_NOTICE),
                        wording(WordingKind.CONFIRMATION_MAIL, CONFIRMATION_MAIL)));
    }

    public static Wording wording(WordingKind kind, String text) {
        return new Wording(sha256(text), kind, "1.0.0", "en-GB", Instant.parse("2026-11-01T09:00:00Z"), text);
    }

    public SubscriptionRequested requested() {
        return new SubscriptionRequested(UUID.randomUUID(), this.subscriberId, ASKED, this.requestId,
                List.of(new RequestedNewsletter("mayor", 1, sha256(STATEMENT))), sha256(PRIVACY_NOTICE),
                sha256(CONFIRMATION_MAIL), "en-GB", "web-form", ASKED.plusSeconds(7 * 86400));
    }

    public LetterReported confirmationMailed() {
        return new LetterReported(UUID.randomUUID(), this.subscriberId, ASKED.plusSeconds(2), "please-confirm",
                this.requestId.toString(), Outcome.ACCEPTED, "c-1@news.exford.example.org", "250 2.0.0 queued as 4F2A");
    }

    public ConsentGiven given() {
        return new ConsentGiven(UUID.randomUUID(), this.subscriberId, ASKED.plusSeconds(370), this.consentId, "mayor",
                1, this.requestId, sha256(STATEMENT), sha256(PRIVACY_NOTICE), sha256(CONFIRMATION_MAIL), "en-GB",
                this.commitment, "button", Instant.parse("2028-11-22T14:09:22Z"), this.receiptNumber, 1);
    }

    public LetterReported receiptMailed() {
        return new LetterReported(UUID.randomUUID(), this.subscriberId, ASKED.plusSeconds(372), "welcome",
                this.receiptNumber, Outcome.ACCEPTED, "w-1@news.exford.example.org", "250 2.0.0 queued as 4F2B");
    }

    public EditionPublished edition() {
        return new EditionPublished(UUID.randomUUID(), this.editionId, ASKED.plusSeconds(7000), "mayor",
                "2026-11-winter-service", "How we keep the roads open", "en-GB",
                "<h1>How we keep the roads open</h1><p>Grit &amp; patience.</p>",
                "How we keep the roads open\n\nGrit & patience.\n", sha256("compiled"), "editor", "approver",
                ASKED.plusSeconds(6900));
    }

    /** A report whose rows but one are about others. */
    public DeliveriesReported delivered(int rows, int ours) {
        return delivered(rows, ours, 1, rows);
    }

    public DeliveriesReported delivered(int rows, int ours, long sequence, long planned) {
        List<Row> all = IntStream.range(0, rows).mapToObj((at) -> row(at == ours)).toList();
        return new DeliveriesReported(UUID.randomUUID(), this.editionId, ASKED.plusSeconds(7200), "mayor", sequence,
                planned, all);
    }

    private Row row(boolean ours) {
        byte[] nonce = Arrays.copyOf(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII), 16);
        return new Row(UUID.randomUUID(), ours ? this.subscriberId : UUID.randomUUID(),
                ours ? this.consentId : UUID.randomUUID(), Outcome.ACCEPTED, ASKED.plusSeconds(7190),
                UUID.randomUUID() + "@news.exford.example.org", "250 2.0.0 queued", null,
                Base64.getEncoder().encodeToString(nonce));
    }

    public ConsentWithdrawn withdrawn() {
        return new ConsentWithdrawn(UUID.randomUUID(), this.subscriberId, ASKED.plusSeconds(9000), this.consentId,
                "mayor", WithdrawnBy.ONE_CLICK);
    }

    public PersonViewed viewed() {
        return new PersonViewed(UUID.randomUUID(), this.subscriberId, ASKED.plusSeconds(9900), "dpo", "complaint",
                "C-2026-17");
    }

    public static byte[] bytes(Event event) {
        return EventJson.write(event).getBytes(StandardCharsets.UTF_8);
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

}
