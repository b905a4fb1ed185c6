package newsletter.subscription.imports;

import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.personaldata.EmailAddress;
import newsletter.subscription.contact.Crowd.Member;
import newsletter.subscription.signup.LetterBudgets;
import newsletter.subscription.suppression.Suppressions;

/**
 * Reads from the tables of consents and requests what is known of many people, and owns
 * {@code permission_request}: who was asked once, under a keyed tag.
 */
@Repository
class Standings {

    private final JdbcClient jdbc;

    private final JdbcTemplate batches;

    private final LetterBudgets budgets;

    private final Suppressions suppressions;

    Standings(JdbcClient jdbc, JdbcTemplate batches, LetterBudgets budgets, Suppressions suppressions) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.budgets = budgets;
        this.suppressions = suppressions;
    }

    /** By subscriber. */
    Map<UUID, Standing> of(List<Member> members, Instant now) {
        List<UUID> ids = members.stream().map(Member::id).toList();
        Map<UUID, Set<String>> taken = live(ids, now);
        Map<UUID, Set<String>> left = left(ids);
        Map<UUID, Set<String>> asked = open(ids, now);
        Map<ByteBuffer, Set<String>> before = askedBefore(members);
        Set<ByteBuffer> muted = this.budgets.muted(letterTags(members), now);
        Set<EmailAddress> suppressed = this.suppressions.among(members.stream().map(Member::address).toList(), now);
        Map<UUID, Standing> standings = new HashMap<>();
        for (Member member : members) {
            Set<String> once = new HashSet<>();
            member.letterTags().forEach((tag) -> once.addAll(before.getOrDefault(ByteBuffer.wrap(tag), Set.of())));
            standings.put(member.id(),
                    new Standing(
                            suppressed.contains(member.address())
                                    || member.letterTags().stream().map(ByteBuffer::wrap).anyMatch(muted::contains),
                            taken.getOrDefault(member.id(), Set.of()), left.getOrDefault(member.id(), Set.of()),
                            asked.getOrDefault(member.id(), Set.of()), once));
        }
        return standings;
    }

    private static List<byte[]> letterTags(List<Member> members) {
        return members.stream().flatMap((member) -> member.letterTags().stream()).toList();
    }

    private Map<UUID, Set<String>> live(Collection<UUID> ids, Instant now) {
        return bySubscriber(this.jdbc.sql("""
                SELECT subscriber_id, newsletter_id
                FROM consent
                JOIN newsletter ON newsletter.id = newsletter_id
                    AND newsletter.purpose_version = consent.purpose_version
                WHERE subscriber_id IN (:ids) AND ended_at IS NULL AND valid_until > :now
                """).param("ids", ids).param("now", Timestamp.from(now)));
    }

    /** What ended otherwise than by somebody’s will, they can be taken into again. */
    private Map<UUID, Set<String>> left(Collection<UUID> ids) {
        return bySubscriber(this.jdbc.sql("""
                SELECT subscriber_id, newsletter_id
                FROM (
                    SELECT DISTINCT ON (subscriber_id, newsletter_id) subscriber_id, newsletter_id, ended_by
                    FROM consent
                    WHERE subscriber_id IN (:ids)
                    ORDER BY subscriber_id, newsletter_id, given_at DESC, ended_at IS NULL DESC) last
                WHERE ended_by NOT IN ('EXPIRED', 'NEWSLETTER_CLOSED', 'REPLACED')
                """).param("ids", ids));
    }

    private Map<UUID, Set<String>> open(Collection<UUID> ids, Instant now) {
        return bySubscriber(this.jdbc.sql("""
                SELECT DISTINCT subscriber_id, newsletter_id
                FROM subscription_request
                JOIN requested_newsletter ON request_id = id
                WHERE subscriber_id IN (:ids) AND confirmed_at IS NULL AND disowned_at IS NULL AND expires_at > :now
                """).param("ids", ids).param("now", Timestamp.from(now)));
    }

    private static Map<UUID, Set<String>> bySubscriber(JdbcClient.StatementSpec statement) {
        Map<UUID, Set<String>> newsletters = new HashMap<>();
        statement.query((row) -> {
            newsletters.computeIfAbsent(row.getObject("subscriber_id", UUID.class), (_) -> new HashSet<>())
                .add(row.getString("newsletter_id"));
        });
        return newsletters;
    }

    private Map<ByteBuffer, Set<String>> askedBefore(List<Member> members) {
        Map<ByteBuffer, Set<String>> asked = new HashMap<>();
        this.jdbc.sql("SELECT tag, newsletter_id FROM permission_request WHERE tag IN (:tags)")
            .param("tags", letterTags(members))
            .query((row) -> {
                asked.computeIfAbsent(ByteBuffer.wrap(row.getBytes("tag")), (_) -> new HashSet<>())
                    .add(row.getString("newsletter_id"));
            });
        return asked;
    }

    /** Remembers that these were asked: newsletters by tag. */
    void remember(Map<ByteBuffer, Set<String>> asked, Instant now) {
        this.batches.batchUpdate("""
                INSERT INTO permission_request (tag, newsletter_id, asked_at) VALUES (?, ?, ?)
                ON CONFLICT (tag, newsletter_id) DO NOTHING
                """,
                asked.entrySet()
                    .stream()
                    .flatMap((one) -> one.getValue()
                        .stream()
                        .map((newsletter) -> new Object[] { one.getKey().array(), newsletter, Timestamp.from(now) }))
                    .toList());
    }

}
