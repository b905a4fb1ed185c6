package newsletter.events;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * What a data-protection officer did. Recorded before it is shown. Reasons are chosen
 * from a list and cases are numbers: free text could name somebody, and the ledger cannot
 * forget.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface AuditEvent extends Event {

    /** The sign-in name of the officer. */
    String officer();

    /**
     * Why, from the list: {@code subject-access-request}, {@code complaint} and so on.
     */
    String reason();

    /** The officer's case number, letters, digits and dashes only. */
    String caseNumber();

    @Override
    default String topic() {
        return Topics.AUDIT_EVENTS;
    }

    /** An officer was shown what is known of a person. */
    @JsonTypeName("person-viewed")
    record PersonViewed(UUID eventId, UUID subscriberId, Instant occurredAt, String officer, String reason,
            String caseNumber) implements AuditEvent {

        @Override
        public String key() {
            return this.subscriberId.toString();
        }

    }

    /** An officer asked for a person whom nobody here knows. */
    @JsonTypeName("person-not-found")
    record PersonNotFound(UUID eventId, Instant occurredAt, String officer, String reason,
            String caseNumber) implements AuditEvent {

        @Override
        public String key() {
            return this.caseNumber;
        }

    }

}
