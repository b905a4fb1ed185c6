package newsletter.subscription.renewal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.events.ConsentEvent.RenewalReminded;
import newsletter.events.EventJson;
import newsletter.outbox.Outbox;
import newsletter.subscription.signup.SubscriptionRequest;

/**
 * The {@code renewal} table, and the view {@code running_consent} of what it is about.
 */
@Repository
class Renewals {

    /** What is restricted is neither asked about nor ended (C-26). */
    private static final String IN_USE = """
             AND NOT EXISTS (SELECT FROM restriction WHERE restriction.subscriber_id = running_consent.subscriber_id)
            """;

    private final JdbcClient jdbc;

    private final Outbox outbox;

    Renewals(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /**
     * What {@link Running} decides, for all at once: who is looked at is decided there.
     */
    private static String due(Step step) {
        return switch (step) {
            case NOTHING -> "false";
            case ASK -> """
                    asked_at IS NULL AND purpose_version = purpose_now
                    AND valid_until > :tooLate AND valid_until <= :asking
                    AND given_at + (valid_until - given_at) / 2 <= :now
                    """;
            case REMIND -> """
                    open AND reminded_at IS NULL AND asked_at <= :rested AND purpose_version = purpose_now
                    AND valid_until > :tooLate AND valid_until <= :reminding
                    """;
            case ASK_ANEW -> "asked_at IS NULL AND purpose_version < purpose_now AND valid_until > :tooLate";
            case EXPIRE -> "valid_until <= :now";
        };
    }

    private JdbcClient.StatementSpec query(String select, Step step, String rest, Today today) {
        return this.jdbc.sql(select + " FROM running_consent WHERE " + due(step) + IN_USE + rest)
            .param("now", Timestamp.from(today.now()))
            .param("tooLate", Timestamp.from(today.tooLate()))
            .param("asking", Timestamp.from(today.asking()))
            .param("reminding", Timestamp.from(today.reminding()))
            .param("rested", Timestamp.from(today.rested()));
    }

    /** Whose consents want this step, those that run out first before the others. */
    List<UUID> people(Step step, Today today, int limit) {
        return query("SELECT subscriber_id", step, " ORDER BY valid_until LIMIT " + limit, today).query(UUID.class)
            .list()
            .stream()
            .distinct()
            .toList();
    }

    /** The same for these newsletters alone. */
    List<UUID> people(Step step, Set<String> newsletters, Today today, int limit) {
        if (newsletters.isEmpty()) {
            return List.of();
        }
        String rest = " AND newsletter_id IN (:newsletters) ORDER BY valid_until LIMIT " + limit;
        return query("SELECT subscriber_id", step, rest, today).param("newsletters", newsletters)
            .query(UUID.class)
            .list()
            .stream()
            .distinct()
            .toList();
    }

    long count(Step step, Today today) {
        return query("SELECT count(*)", step, "", today).query(Long.class).single();
    }

    /** When the first of them runs out. */
    Optional<Instant> firstEnd(Step step, Today today) {
        return query("SELECT valid_until", step, " ORDER BY valid_until LIMIT 1", today).query(Timestamp.class)
            .optional()
            .map(Timestamp::toInstant);
    }

    /** Exact while the subscriber is locked. */
    List<Running> of(UUID subscriberId) {
        return this.jdbc.sql("""
                SELECT id, newsletter_id, purpose_version, purpose_now, given_at, valid_until, request_id, asked_at,
                    reminded_at, open
                FROM running_consent
                WHERE subscriber_id = :subscriber %s
                ORDER BY newsletter_id
                """.formatted(IN_USE)).param("subscriber", subscriberId).query((row, _) -> running(row)).list();
    }

    private static Running running(ResultSet row) throws SQLException {
        return new Running(row.getObject("id", UUID.class), row.getString("newsletter_id"),
                row.getInt("purpose_version"), row.getInt("purpose_now"), row.getTimestamp("given_at").toInstant(),
                row.getTimestamp("valid_until").toInstant(), row.getObject("request_id", UUID.class),
                instant(row, "asked_at"), instant(row, "reminded_at"), row.getBoolean("open"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return (at != null) ? at.toInstant() : null;
    }

    void asked(SubscriptionRequest request, List<Running> about) {
        about.forEach((consent) -> this.jdbc.sql("""
                INSERT INTO renewal (subscriber_id, newsletter_id, valid_until, purpose_version, request_id, asked_at)
                VALUES (:subscriber, :newsletter, :validUntil, :purpose, :request, :asked)
                """)
            .param("subscriber", request.subscriberId())
            .param("newsletter", consent.newsletterId())
            .param("validUntil", Timestamp.from(consent.validUntil()))
            .param("purpose", consent.purposeNow())
            .param("request", request.id())
            .param("asked", Timestamp.from(request.requestedAt()))
            .update());
    }

    /** Asks for the last time, all that the request is about at once. */
    void remind(UUID subscriberId, UUID requestId, Instant now) {
        this.jdbc.sql("UPDATE renewal SET reminded_at = :now WHERE request_id = :request")
            .param("now", Timestamp.from(now))
            .param("request", requestId)
            .update();
        var reminded = new RenewalReminded(UUID.randomUUID(), subscriberId, now, requestId);
        this.outbox.append(reminded.topic(), reminded.key(), EventJson.write(reminded));
    }

    /** Rows about consents whose time is over: they have told all they had to. */
    long countPast(Instant now) {
        return this.jdbc.sql("SELECT count(*) FROM renewal WHERE valid_until <= :now")
            .param("now", Timestamp.from(now))
            .query(Long.class)
            .single();
    }

    Optional<Instant> oldestPast(Instant now) {
        return this.jdbc.sql("SELECT valid_until FROM renewal WHERE valid_until <= :now ORDER BY valid_until LIMIT 1")
            .param("now", Timestamp.from(now))
            .query(Timestamp.class)
            .optional()
            .map(Timestamp::toInstant);
    }

    int forgetPast(Instant now) {
        return this.jdbc.sql("DELETE FROM renewal WHERE valid_until <= :now")
            .param("now", Timestamp.from(now))
            .update();
    }

}
