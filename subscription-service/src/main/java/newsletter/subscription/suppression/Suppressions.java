package newsletter.subscription.suppression;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.SuppressionAdded;
import newsletter.events.ConsentEvent.SuppressionLifted;
import newsletter.events.EventJson;
import newsletter.outbox.Outbox;
import newsletter.personaldata.EmailAddress;

/** The {@code suppression} table. A row changes together with the event that tells it. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Suppressions {

    private final JdbcClient jdbc;

    private final SuppressionTags tags;

    private final Outbox outbox;

    Suppressions(JdbcClient jdbc, SuppressionTags tags, Outbox outbox) {
        this.jdbc = jdbc;
        this.tags = tags;
        this.outbox = outbox;
    }

    /**
     * Whether the address may not be written to. The same statement for every address.
     */
    public boolean cover(EmailAddress address, Instant now) {
        return this.jdbc.sql("""
                SELECT EXISTS (
                    SELECT FROM suppression WHERE tag IN (:tags) AND (ends_on IS NULL OR ends_on > :today))
                """).param("tags", this.tags.of(address)).param("today", day(now)).query(Boolean.class).single();
    }

    /** Which of many are covered, in one look. */
    public Set<EmailAddress> among(Collection<EmailAddress> addresses, Instant now) {
        Map<String, EmailAddress> byTag = new HashMap<>();
        List<byte[]> all = new ArrayList<>();
        addresses.forEach((address) -> this.tags.of(address).forEach((tag) -> {
            byTag.put(HexFormat.of().formatHex(tag), address);
            all.add(tag);
        }));
        if (all.isEmpty()) {
            return Set.of();
        }
        return this.jdbc.sql("""
                SELECT encode(tag, 'hex') FROM suppression
                WHERE tag IN (:tags) AND (ends_on IS NULL OR ends_on > :today)
                """)
            .param("tags", all)
            .param("today", day(now))
            .query(String.class)
            .list()
            .stream()
            .map((tag) -> Objects.requireNonNull(byTag.get(tag)))
            .collect(Collectors.toSet());
    }

    /** Why an address may not be written to; nothing if it may. */
    public Set<SuppressionReason> reasons(EmailAddress address, Instant now) {
        return this.jdbc.sql("""
                SELECT upper(reason) FROM suppression
                WHERE tag IN (:tags) AND (ends_on IS NULL OR ends_on > :today)
                """)
            .param("tags", this.tags.of(address))
            .param("today", day(now))
            .query(String.class)
            .list()
            .stream()
            .map(SuppressionReason::valueOf)
            .collect(Collectors.toSet());
    }

    /** How many are over. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public long countEnded(Instant now) {
        return this.jdbc.sql("SELECT count(*) FROM suppression WHERE ends_on <= :today")
            .param("today", day(now))
            .query(Long.class)
            .single();
    }

    /** Since when the oldest of them. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Instant> oldestEnded(Instant now) {
        return this.jdbc.sql("SELECT ends_on FROM suppression WHERE ends_on <= :today ORDER BY ends_on LIMIT 1")
            .param("today", day(now))
            .query(LocalDate.class)
            .optional()
            .map((day) -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    public int forgetEnded(Instant now) {
        return this.jdbc.sql("DELETE FROM suppression WHERE ends_on <= :today").param("today", day(now)).update();
    }

    /**
     * Puts what was tagged under an older key under the present one, which can be done
     * only when somebody brings the address. The same statement for every address; none
     * while there is one key.
     */
    public void renewTag(EmailAddress address) {
        List<byte[]> all = this.tags.of(address);
        if (all.size() > 1) {
            this.jdbc.sql("""
                    WITH older AS (DELETE FROM suppression WHERE tag IN (:older) RETURNING *)
                    INSERT INTO suppression (id, tag, reason, added_on, ends_on)
                    SELECT gen_random_uuid(), :present, reason, min(added_on), max(ends_on) FROM older GROUP BY reason
                    ON CONFLICT (tag, reason) DO NOTHING
                    """).param("older", all.subList(1, all.size())).param("present", all.getFirst()).update();
        }
    }

    /**
     * Suppresses the address of a subscriber who stays. Nothing happens if it is for the
     * same reason already.
     */
    public void add(EmailAddress address, UUID subscriberId, SuppressionReason reason, Instant now) {
        var id = UUID.randomUUID();
        if (insert(id, address, reason, now)) {
            tell(new SuppressionAdded(UUID.randomUUID(), subscriberId, now, id, reason.text()));
        }
    }

    /**
     * Suppresses the address of a subscriber who is erased in this transaction. The event
     * names no row: through it the address would lead to what the ledger holds.
     */
    public void addErased(EmailAddress address, UUID subscriberId, Instant now) {
        if (insert(UUID.randomUUID(), address, SuppressionReason.ERASURE, now)) {
            tell(new SuppressionAdded(UUID.randomUUID(), subscriberId, now, UUID.randomUUID(),
                    SuppressionReason.ERASURE.text()));
        }
    }

    /** Cuts what leads from earlier suppressions of the address to its subscriber. */
    public void part(EmailAddress address) {
        this.jdbc.sql("UPDATE suppression SET id = gen_random_uuid() WHERE tag IN (:tags)")
            .param("tags", this.tags.of(address))
            .update();
    }

    private boolean insert(UUID id, EmailAddress address, SuppressionReason reason, Instant now) {
        return this.jdbc.sql("""
                INSERT INTO suppression (id, tag, reason, added_on, ends_on)
                VALUES (:id, :tag, :reason, :today, :ends)
                ON CONFLICT (tag, reason) DO NOTHING
                """)
            .param("id", id)
            .param("tag", this.tags.of(address).getFirst())
            .param("reason", reason.text())
            .param("today", day(now))
            .param("ends", reason.endsOn(day(now)))
            .update() == 1;
    }

    /**
     * Lets the address be written to again.
     * @param subscriberId whose it is; absent if it is nobody's, and then the event is
     * told of the suppression's own id
     * @return whether there was anything to lift
     */
    public boolean lift(EmailAddress address, @Nullable UUID subscriberId, Instant now) {
        List<UUID> lifted = this.jdbc.sql("DELETE FROM suppression WHERE tag IN (:tags) RETURNING id")
            .param("tags", this.tags.of(address))
            .query(UUID.class)
            .list();
        lifted.forEach((id) -> tell(
                new SuppressionLifted(UUID.randomUUID(), (subscriberId != null) ? subscriberId : id, now, id)));
        return !lifted.isEmpty();
    }

    private void tell(ConsentEvent event) {
        this.outbox.append(event.topic(), event.key(), EventJson.write(event));
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

}
