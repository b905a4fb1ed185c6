package newsletter.mailer.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.events.DeliveryReport.Outcome;
import newsletter.mailer.rendering.CompiledMail;

/** The {@code mailing} table: the books of each edition. */
@Repository
class Mailings {

    private final JdbcClient jdbc;

    Mailings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False if the edition was started before. */
    boolean add(Mailing mailing, String messageDomain) {
        return this.jdbc.sql("""
                INSERT INTO mailing (edition_id, newsletter_id, purpose_version, mail, message_domain)
                VALUES (:edition, :newsletter, :purpose, :mail, :domain)
                ON CONFLICT (edition_id) DO NOTHING
                """)
            .param("edition", mailing.editionId())
            .param("newsletter", mailing.newsletterId())
            .param("purpose", mailing.purposeVersion())
            .param("mail", mailing.mail().bytes())
            .param("domain", messageDomain)
            .update() == 1;
    }

    void planned(UUID editionId, long planned) {
        this.jdbc.sql("UPDATE mailing SET planned = :planned WHERE edition_id = :edition")
            .param("edition", editionId)
            .param("planned", planned)
            .update();
    }

    /**
     * What its mails are made from; never changes.
     *
     * @param language of the newsletter, and hence of the pages that they lead to
     */
    record Source(UUID editionId, String newsletterId, String language, CompiledMail mail, String messageDomain,
            Instant startedAt) {

        String messageId(UUID deliveryId) {
            return deliveryId + "@" + this.messageDomain;
        }

    }

    Source source(UUID editionId) {
        return this.jdbc.sql("""
                SELECT newsletter_id, coalesce(language, '') AS language, mail, message_domain, started_at
                FROM mailing
                LEFT JOIN newsletter ON newsletter.id = newsletter_id
                WHERE edition_id = :edition
                """)
            .param("edition", editionId)
            .query((row, _) -> new Source(editionId, row.getString("newsletter_id"), row.getString("language"),
                    CompiledMail.of(row.getBytes("mail")), row.getString("message_domain"),
                    row.getObject("started_at", OffsetDateTime.class).toInstant()))
            .single();
    }

    /**
     * The edition to go on with: the one that began first and has something to send now.
     */
    Optional<UUID> due() {
        return this.jdbc.sql("""
                SELECT edition_id
                FROM mailing
                WHERE finished_at IS NULL AND EXISTS (
                    SELECT FROM delivery
                    WHERE delivery.edition_id = mailing.edition_id AND status = 'waiting'
                        AND next_attempt_at <= now())
                ORDER BY started_at
                LIMIT 1
                """).query(UUID.class).optional();
    }

    /**
     * The books after an entry.
     *
     * @param reports the number of the report that tells of it
     */
    record Entered(String newsletterId, String messageDomain, long reports, long planned) {
    }

    /**
     * Adds outcomes to the books. The row stays locked until the caller's transaction
     * ends: report numbers have no gaps, and reports are told in their order.
     */
    Entered enter(UUID editionId, List<Outcome> outcomes) {
        return this.jdbc.sql("""
                UPDATE mailing SET accepted = accepted + :accepted, refused = refused + :refused,
                    suppressed = suppressed + :suppressed, unknown = unknown + :unknown, reports = reports + 1
                WHERE edition_id = :edition
                RETURNING newsletter_id, message_domain, reports, planned
                """)
            .param("edition", editionId)
            .param("accepted", count(outcomes, Outcome.ACCEPTED))
            .param("refused", count(outcomes, Outcome.REFUSED))
            .param("suppressed", count(outcomes, Outcome.SUPPRESSED))
            .param("unknown", count(outcomes, Outcome.UNKNOWN))
            .query(Entered.class)
            .single();
    }

    private static long count(List<Outcome> outcomes, Outcome outcome) {
        return outcomes.stream().filter((one) -> one == outcome).count();
    }

    /** Closes the books if nothing is waiting: when they were closed, if by this call. */
    Optional<Instant> finish(UUID editionId) {
        return this.jdbc.sql("""
                UPDATE mailing SET finished_at = now(), trouble = NULL
                WHERE edition_id = :edition AND finished_at IS NULL
                    AND accepted + refused + suppressed + unknown = planned
                RETURNING finished_at
                """).param("edition", editionId).query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }

    /** Editions of which nothing was planned, or whose end was missed. */
    List<UUID> doneButNotFinished() {
        return this.jdbc.sql("""
                SELECT edition_id
                FROM mailing
                WHERE finished_at IS NULL AND accepted + refused + suppressed + unknown = planned
                """).query(UUID.class).list();
    }

    /** Says of all that are not finished why they do not get on. */
    void trouble(String reason) {
        this.jdbc.sql("""
                UPDATE mailing SET trouble = :reason
                WHERE finished_at IS NULL AND trouble IS DISTINCT FROM :reason
                """).param("reason", reason).update();
    }

    void noTrouble(UUID editionId) {
        this.jdbc.sql("UPDATE mailing SET trouble = NULL WHERE edition_id = :edition AND trouble IS NOT NULL")
            .param("edition", editionId)
            .update();
    }

    /** What was put off for longest stands for all that was put off. */
    Optional<Progress> progress(UUID editionId) {
        return this.jdbc.sql("""
                SELECT planned, accepted, refused, suppressed, unknown,
                    planned - accepted - refused - suppressed - unknown AS waiting, finished_at,
                    coalesce(trouble, (
                        SELECT reply FROM delivery
                        WHERE delivery.edition_id = mailing.edition_id AND status = 'waiting'
                        ORDER BY next_attempt_at DESC
                        LIMIT 1)) AS trouble
                FROM mailing
                WHERE edition_id = :edition
                """).param("edition", editionId).query(Progress.class).optional();
    }

}
