package newsletter.audit.propagation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import newsletter.events.EventAcknowledged.Kind;

/**
 * What an event asks of every service.
 *
 * @param acknowledgedBy the services that have said so
 */
public record Demand(UUID eventId, UUID subscriberId, Kind kind, Instant toldAt, List<String> acknowledgedBy) {

    /** Those that hold something of a person. */
    public static final List<String> SERVICES = List.of("subscription-service", "mailer-service", "consent-audit");

    /** The longest that it may take. */
    public static final Duration WITHIN = Duration.ofHours(1);

    /** Who has not answered. */
    public List<String> missing() {
        return SERVICES.stream().filter((service) -> !this.acknowledgedBy.contains(service)).toList();
    }

    /** In words, for an officer. */
    public String inWords() {
        return switch (this.kind) {
            case ERASED -> "Erase a person";
            case RESTRICTED -> "Keep and not use";
            case ADDRESS_CHANGED -> "Change an address";
        };
    }

}
