package newsletter.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

import newsletter.events.AuditEvent.PersonNotFound;
import newsletter.events.AuditEvent.PersonViewed;
import newsletter.events.ConsentEvent.AccessLinkRequested;
import newsletter.events.ConsentEvent.AddressChangeLapsed;
import newsletter.events.ConsentEvent.AddressChangeRequested;
import newsletter.events.ConsentEvent.AddressChanged;
import newsletter.events.ConsentEvent.ConsentEnded;
import newsletter.events.ConsentEvent.ConsentExpired;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.events.ConsentEvent.DataExported;
import newsletter.events.ConsentEvent.DeliveriesPaused;
import newsletter.events.ConsentEvent.DeliveriesResumed;
import newsletter.events.ConsentEvent.DisowningRevoked;
import newsletter.events.ConsentEvent.EndedBecause;
import newsletter.events.ConsentEvent.EvidenceRecorded;
import newsletter.events.ConsentEvent.LanguageChanged;
import newsletter.events.ConsentEvent.ProcessingRestricted;
import newsletter.events.ConsentEvent.RenewalReminded;
import newsletter.events.ConsentEvent.RequestDisowned;
import newsletter.events.ConsentEvent.RequestLapsed;
import newsletter.events.ConsentEvent.RequestedNewsletter;
import newsletter.events.ConsentEvent.RestrictionLifted;
import newsletter.events.ConsentEvent.Right;
import newsletter.events.ConsentEvent.RightsRequestAcknowledged;
import newsletter.events.ConsentEvent.RightsRequestClosed;
import newsletter.events.ConsentEvent.RightsRequestReceived;
import newsletter.events.ConsentEvent.SubscriberErased;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.events.ConsentEvent.SuppressionAdded;
import newsletter.events.ConsentEvent.SuppressionLifted;
import newsletter.events.ConsentEvent.WithdrawnBy;
import newsletter.events.DeliveryReport.DeliveriesReported;
import newsletter.events.DeliveryReport.LetterReported;
import newsletter.events.DeliveryReport.Outcome;
import newsletter.events.DeliveryReport.Row;
import newsletter.events.NewsletterPublished.Text;
import newsletter.events.NewsletterPublished.Wording;
import newsletter.events.NewsletterPublished.WordingKind;

/**
 * An event of each type, and the JSON file that it is pinned to. A file may be added, and
 * is never changed: what was written years ago must be readable.
 */
final class Samples {

    private static final Instant AT = Instant.parse("2026-11-22T14:09:31.480Z");

    private static final UUID EVENT = UUID.fromString("f6a3c0de-1d4c-4a7e-9f5b-7b1f2f0c9a10");

    private static final UUID SUBSCRIBER = UUID.fromString("0b0f3a52-6f0e-4f57-8a2b-5f0c7f4a1d11");

    private static final UUID CONSENT = UUID.fromString("a6f58318-72e6-46a2-bfd7-f36d795e30cd");

    private static final UUID REQUEST = UUID.fromString("3c9f6e04-2a53-4a0a-8d6b-0f7f9f6d2b12");

    private static final UUID EDITION = UUID.fromString("c2d8a1b7-94a4-4d57-8c55-1f6a4d1c6e13");

    private static final UUID CHANGE = UUID.fromString("5d1f8a26-3b7e-4c19-9e40-2a6b8c0d1e14");

    private static final UUID CONTACT = UUID.fromString("6e2a9b37-4c8f-4d2a-8f51-3b7c9d1e2f15");

    private static final UUID CASE = UUID.fromString("7f3bac48-5d90-4e3b-9062-4c8dae2f3016");

    private static final UUID SUPPRESSION = UUID.fromString("804cbd59-6ea1-4f4c-8173-5d9ebf304117");

    private static final String STATEMENT = "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d";

    private static final String NOTICE = "2e7d2c03a9507ae265ecf5b5356885a53393a2029d241394997265a1a25aefc6";

    private static final String MAIL = "18ac3e7343f016890c510e93f935261169d9e3f565436429830faf0934f4f8e4";

    private Samples() {
    }

    static Stream<Event> all() {
        return Stream.of(
                new SubscriptionRequested(EVENT, SUBSCRIBER, AT, REQUEST,
                        List.of(new RequestedNewsletter("mayor", 1, STATEMENT),
                                new RequestedNewsletter("clean-air", 3, NOTICE)),
                        NOTICE, MAIL, "en", "web-form", AT.plusSeconds(7 * 24 * 60 * 60)),
                new ConsentGiven(EVENT, SUBSCRIBER, AT, CONSENT, "mayor", 1, REQUEST, STATEMENT, NOTICE, MAIL, "en",
                        "4b227777d4dd1fc61c6f884f48641d02b4d121d3fd328cb08b5531fcacdabf8a", "button",
                        Instant.parse("2028-11-22T14:09:31Z"), "7K3M-92QF-X4TD", 2),
                new ConsentWithdrawn(EVENT, SUBSCRIBER, AT, CONSENT, "mayor", WithdrawnBy.ONE_CLICK),
                new RequestDisowned(EVENT, SUBSCRIBER, AT, REQUEST, AT.plusSeconds(30 * 24 * 60 * 60)),
                new DisowningRevoked(EVENT, SUBSCRIBER, AT, REQUEST), new RequestLapsed(EVENT, SUBSCRIBER, AT, REQUEST),
                new AccessLinkRequested(EVENT, SUBSCRIBER, AT, "en", AT.plusSeconds(60 * 60)),
                new EvidenceRecorded(EVENT, SUBSCRIBER, AT, REQUEST, Instant.parse("2026-11-20T10:15:00Z"), "editor",
                        "phone-1.2.0", "REC-2026-0815"),
                new RenewalReminded(EVENT, SUBSCRIBER, AT, REQUEST),
                new ConsentExpired(EVENT, SUBSCRIBER, AT, CONSENT, "mayor"),
                new ConsentEnded(EVENT, SUBSCRIBER, AT, CONSENT, "mayor", EndedBecause.NEWSLETTER_CLOSED),
                new AddressChangeRequested(
                        EVENT, SUBSCRIBER, AT, CHANGE, CONTACT, "en", AT.plusSeconds(7 * 24 * 60 * 60)),
                new AddressChangeLapsed(EVENT, SUBSCRIBER, AT, CHANGE),
                new AddressChanged(EVENT, SUBSCRIBER, AT, CHANGE, CONTACT, "en",
                        "4b227777d4dd1fc61c6f884f48641d02b4d121d3fd328cb08b5531fcacdabf8a"),
                new LanguageChanged(EVENT, SUBSCRIBER, AT, "pl"),
                new DeliveriesPaused(EVENT, SUBSCRIBER, AT, AT.plusSeconds(7 * 24 * 60 * 60)),
                new DeliveriesResumed(EVENT, SUBSCRIBER, AT), new ProcessingRestricted(EVENT, SUBSCRIBER, AT, CASE),
                new RestrictionLifted(EVENT, SUBSCRIBER, AT, CASE),
                new RightsRequestReceived(EVENT, SUBSCRIBER, AT, CASE, Right.COMPLAINT,
                        AT.plusSeconds(30 * 24 * 60 * 60)),
                new RightsRequestAcknowledged(EVENT, SUBSCRIBER, AT, CASE, "dpo"),
                new RightsRequestClosed(EVENT, SUBSCRIBER, AT, CASE, "dpo", "fulfilled"),
                new DataExported(EVENT, SUBSCRIBER, AT, "json"),
                new SubscriberErased(EVENT, SUBSCRIBER, AT, "resident", CONTACT, "en"),
                new SuppressionAdded(EVENT, SUBSCRIBER, AT, SUPPRESSION, "objection"),
                new SuppressionLifted(EVENT, SUBSCRIBER, AT, SUPPRESSION),
                new SubscriberContact(EVENT, SUBSCRIBER, AT, "en", "AdJ1c2VyQWRkcmVzc0VuY3J5cHRlZA==",
                        "AdJ1c2Vyc2FsdEVuY3J5cHRlZA==", "AAECAwQFBgcICQoLDA0ODw=="),
                new SubscriberContact(EVENT, SUBSCRIBER, AT, "en", "AdJ1c2VyQWRkcmVzc0VuY3J5cHRlZA==",
                        "AdJ1c2Vyc2FsdEVuY3J5cHRlZA==", "AAECAwQFBgcICQoLDA0ODw==", AT.plusSeconds(7 * 24 * 60 * 60)),
                new NewsletterPublished(EVENT, "mayor", AT, 1, "Email from the Mayor",
                        "Decisions and plans of the Mayor, and how you can have your say.", "The Mayor of Exford",
                        "mayor@news.exford.example.org", "About once a month", "uk-gdpr:6(1)(a)", true, "P24M", "en",
                        List.of(new Wording("ae801561f6fbc17124570ee4ed2bbd7b37601cf2a76784ca0753dd2cc4041047",
                                WordingKind.CONSENT_STATEMENT, "1.0.0", "en", Instant.parse("2026-01-05T09:00:00Z"),
                                "I agree that the City of Exford sends me “Email from the Mayor”."))),
                inMoreLanguages(),
                new EditionPublished(EVENT, EDITION, AT, "mayor", "2026-11-winter-service",
                        "Winter service begins – früh", "en", "<h1>Winter service</h1>\n<p>It begins.</p>",
                        "Winter service\n\nIt begins.\n", MAIL, "editor", "approver",
                        Instant.parse("2026-11-22T13:00:00Z")),
                new DeliveriesReported(EVENT, EDITION, AT, "mayor", 1, 3,
                        List.of(row(1, Outcome.ACCEPTED, "250 2.0.0 Ok: queued as 4F2A", null),
                                row(2, Outcome.REFUSED, "550 5.1.1 No such user", null),
                                row(3, Outcome.SUPPRESSED, null, EVENT))),
                new LetterReported(EVENT, SUBSCRIBER, AT, "please-confirm", REQUEST.toString(), Outcome.ACCEPTED,
                        "c-0001@news.exford.example.org", "250 2.0.0 Ok: queued as 4F29"),
                new PersonViewed(EVENT, SUBSCRIBER, AT, "dpo", "subject-access-request", "DPO-2026-0042"),
                new PersonNotFound(EVENT, AT, "dpo", "complaint", "DPO-2026-0043"),
                new EventAcknowledged(EVENT, SUBSCRIBER, AT, "mailer-service", REQUEST, EventAcknowledged.Kind.ERASED));
    }

    /** The last of each type: it has every field that there is. */
    static Stream<Event> complete() {
        Map<Class<?>, Event> last = new LinkedHashMap<>();
        all().forEach((event) -> last.put(event.getClass(), event));
        return last.values().stream();
    }

    private static NewsletterPublished inMoreLanguages() {
        return new NewsletterPublished(EVENT, "mayor", AT, 1, "Email from the Mayor",
                "Decisions and plans of the Mayor, and how you can have your say.", "The Mayor of Exford",
                "mayor@news.exford.example.org", "About once a month", "uk-gdpr:6(1)(a)", true, "P24M", "en",
                List.of(new Wording("ae801561f6fbc17124570ee4ed2bbd7b37601cf2a76784ca0753dd2cc4041047",
                        WordingKind.CONSENT_STATEMENT, "1.0.0", "en", Instant.parse("2026-01-05T09:00:00Z"),
                        "I agree that the City of Exford sends me “Email from the Mayor”.")),
                List.of(new Text("pl", "Wiadomości od burmistrza", "Decyzje i plany burmistrza.",
                        "Mniej więcej raz w miesiącu")));
    }

    private static Row row(int number, Outcome outcome, @Nullable String reply, @Nullable UUID endedBy) {
        return new Row(new UUID(0x1111_0000_0000_4000L, 0x8000_0000_0000_0000L + number), SUBSCRIBER, CONSENT, outcome,
                AT.plusMillis(number), "e-%04d@news.exford.example.org".formatted(number), reply, endedBy,
                "AAECAwQFBgcICQoLDA0ODw==");
    }

    /** The records an event can be. */
    static List<Class<?>> types() {
        return permitted(Event.class).toList();
    }

    private static Stream<Class<?>> permitted(Class<?> type) {
        Class<?>[] subclasses = type.getPermittedSubclasses();
        return (subclasses != null) ? Arrays.stream(subclasses).flatMap(Samples::permitted) : Stream.of(type);
    }

    /** What a consumer reads it as: the interface directly below {@link Event}. */
    static Class<? extends Event> family(Event event) {
        for (Class<?> type : Event.class.getPermittedSubclasses()) {
            if (type.isInstance(event)) {
                return type.asSubclass(Event.class);
            }
        }
        throw new IllegalArgumentException(event.getClass().getName());
    }

    static String typeName(Class<?> type) {
        return type.getAnnotation(JsonTypeName.class).value();
    }

    /**
     * The JSON that an event of {@link #all()} is pinned to. A type that has got optional
     * fields since has a second file with them, {@code .2}, beside the first one without.
     */
    static String pinned(Event event) {
        long earlier = all().takeWhile((other) -> !other.equals(event))
            .filter((other) -> other.getClass() == event.getClass())
            .count();
        return pinned(typeName(event.getClass()) + ((earlier == 0) ? "" : "." + (earlier + 1)));
    }

    static String pinned(String name) {
        try (InputStream file = Samples.class.getResourceAsStream("/pinned/" + name + ".json")) {
            if (file == null) {
                throw new IllegalStateException("There is no pinned file " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
