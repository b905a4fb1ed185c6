package newsletter.mailer.delivery;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.events.DeliveryReport.Outcome;
import newsletter.mailer.delivery.Claim.Settled;

/** The {@code delivery} table. */
@Repository
class DeliveryQueue {

    private final JdbcClient jdbc;

    DeliveryQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One row for each who consents now to this purpose and has not paused; how many they
     * are.
     */
    long plan(UUID editionId, String newsletterId, int purposeVersion) {
        return this.jdbc.sql("""
                INSERT INTO delivery (delivery_id, edition_id, subscriber_id, consent_id)
                SELECT gen_random_uuid(), :edition, subscriber_id, consent_id
                FROM deliverable_consent
                WHERE newsletter_id = :newsletter AND purpose_version = :purpose
                """)
            .param("edition", editionId)
            .param("newsletter", newsletterId)
            .param("purpose", purposeVersion)
            .update();
    }

    /**
     * A row that was waiting, and what was decided when it was taken up.
     *
     * @param address absent if it was suppressed
     * @param endedBy the event that ended its consent or holds it back, if one did
     */
    record Taken(UUID deliveryId, UUID subscriberId, UUID consentId, int attempts, boolean live,
            @Nullable String address, @Nullable UUID endedBy) {
    }

    /**
     * Takes up waiting rows. Those whose consent is not live at this moment, or who have
     * paused, are suppressed by the same statement, so that no row is ever in hand
     * without one (I-1). Rows that another sender is taking up are passed over, not
     * waited for.
     */
    List<Taken> take(UUID editionId, UUID sender, UUID claimId, int limit) {
        return this.jdbc.sql("""
                WITH taken AS (
                    SELECT delivery_id FROM delivery
                    WHERE edition_id = :edition AND status = 'waiting' AND next_attempt_at <= now()
                    LIMIT :limit
                    FOR UPDATE SKIP LOCKED)
                UPDATE delivery SET status = CASE WHEN live THEN 'claimed' ELSE 'suppressed' END,
                    claimed_by = CASE WHEN live THEN :sender END, claim_id = CASE WHEN live THEN :claim END
                FROM taken
                JOIN judged_delivery AS judged USING (delivery_id)
                WHERE delivery.delivery_id = judged.delivery_id
                RETURNING delivery.delivery_id, subscriber_id, consent_id, attempts, live,
                    CASE WHEN live THEN encode(address, 'base64') END AS address, ended_by
                """)
            .param("edition", editionId)
            .param("sender", sender)
            .param("claim", claimId)
            .param("limit", limit)
            .query(Taken.class)
            .list();
    }

    /**
     * Writes down what became of the rows of one claim.
     * @return those that were still ours: others have been sorted meanwhile by somebody
     * who believed us dead
     */
    Set<UUID> settle(UUID claimId, List<Settled> settled) {
        return new HashSet<>(this.jdbc.sql("""
                UPDATE delivery SET status = done.status, reply = done.reply, attempts = done.attempts,
                    next_attempt_at = now() + make_interval(secs => done.wait), claimed_by = NULL, claim_id = NULL
                FROM unnest(:ids::uuid[], :statuses::text[], :replies::text[], :attempts::integer[],
                    :waits::double precision[]) AS done (id, status, reply, attempts, wait)
                WHERE delivery.delivery_id = done.id AND claim_id = :claim
                RETURNING delivery_id
                """)
            .param("claim", claimId)
            .param("ids", column(settled, (row) -> row.claim().deliveryId()))
            .param("statuses", column(settled, (row) -> status(row.outcome())))
            .param("replies", column(settled, (row) -> (row.outcome() != Outcome.ACCEPTED) ? row.words() : null))
            .param("attempts", column(settled, Settled::attempts))
            .param("waits", column(settled, (row) -> row.delay().toMillis() / 1000.0))
            .query(UUID.class)
            .list());
    }

    private static String status(@Nullable Outcome outcome) {
        return (outcome != null) ? outcome.name().toLowerCase(Locale.ROOT) : "waiting";
    }

    /** As text: PostgreSQL casts it, and the driver knows no array of UUIDs. */
    private static @Nullable String[] column(List<Settled> settled, Function<Settled, @Nullable Object> value) {
        return settled.stream()
            .map(value)
            .map((field) -> (field != null) ? field.toString() : null)
            .toArray(String[]::new);
    }

    /** Puts back a claim of which we never learned what was in it. */
    void release(UUID claimId) {
        this.jdbc.sql("""
                UPDATE delivery SET status = 'waiting', claimed_by = NULL, claim_id = NULL
                WHERE claim_id = :claim
                """).param("claim", claimId).update();
    }

    /** Editions of which a sender that is dead had rows in hand. */
    List<UUID> editionsOfTheDead() {
        return this.jdbc.sql("""
                SELECT DISTINCT edition_id
                FROM delivery
                WHERE status = 'claimed' AND claimed_by NOT IN (SELECT sender_id FROM sender WHERE held_until > now())
                """).query(UUID.class).list();
    }

    /** A row whose sender died with it in hand. */
    record Orphan(UUID deliveryId, UUID subscriberId, UUID consentId) {
    }

    /**
     * What the dead had in hand may have been handed over, or not: it is unknown. The row
     * lock is against a sender that is not so dead and settles them now.
     */
    List<Orphan> takeFromTheDead(UUID editionId, int limit) {
        return this.jdbc.sql("""
                UPDATE delivery SET status = 'unknown', claimed_by = NULL, claim_id = NULL, reply = 'The sender died'
                WHERE delivery_id IN (
                    SELECT delivery_id FROM delivery
                    WHERE edition_id = :edition AND status = 'claimed'
                        AND claimed_by NOT IN (SELECT sender_id FROM sender WHERE held_until > now())
                    LIMIT :limit
                    FOR UPDATE SKIP LOCKED)
                RETURNING delivery_id, subscriber_id, consent_id
                """).param("edition", editionId).param("limit", limit).query(Orphan.class).list();
    }

}
