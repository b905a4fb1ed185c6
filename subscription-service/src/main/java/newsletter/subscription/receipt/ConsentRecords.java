package newsletter.subscription.receipt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import newsletter.subscription.receipt.ConsentRecord.Happening;
import newsletter.subscription.receipt.ConsentRecord.Item;
import newsletter.subscription.receipt.ConsentRecord.Purpose;
import newsletter.subscription.receipt.ConsentRecord.Text;

/** Writes down each consent of a person, live or long ended, as it stands now. */
@Component
public class ConsentRecords {

    private static final List<Item> DATA = List.of(new Item("email-address", false, false),
            new Item("language", true, false));

    private static final List<String> WAYS_OUT = List.of("link-in-every-newsletter", "unsubscribe-button",
            "preferences-page", "writing-to-the-controller");

    private final JdbcClient jdbc;

    private final Parties parties;

    private final ReceiptProperties properties;

    ConsentRecords(JdbcClient jdbc, Parties parties, ReceiptProperties properties) {
        this.jdbc = jdbc;
        this.parties = parties;
        this.properties = properties;
    }

    /** The oldest first. */
    public List<ConsentRecord> of(UUID subscriberId, Instant now) {
        return this.jdbc.sql("""
                SELECT consent.id, consent.newsletter_id, newsletter.name, consent.purpose_version, lawful_basis,
                    direct_marketing, request_id, method, request.language, given_at, valid_until, ended_at, ended_by,
                    statement.sha256 AS statement_sha256, statement.version AS statement_version,
                    statement.language AS statement_language,
                    notice.sha256 AS notice_sha256, notice.version AS notice_version,
                    notice.language AS notice_language,
                    mail.sha256 AS mail_sha256, mail.version AS mail_version, mail.language AS mail_language
                FROM consent
                JOIN subscription_request request ON request.id = request_id
                JOIN newsletter ON newsletter.id = newsletter_id
                JOIN wording statement ON statement.sha256 = consent.statement
                JOIN wording notice ON notice.sha256 = privacy_notice
                JOIN wording mail ON mail.sha256 = confirmation_mail
                WHERE consent.subscriber_id = :subscriber
                ORDER BY given_at, newsletter.position, consent.id
                """).param("subscriber", subscriberId).query((row, _) -> consent(row, subscriberId, now)).list();
    }

    private ConsentRecord consent(ResultSet row, UUID subscriberId, Instant now) throws SQLException {
        String language = row.getString("language");
        return new ConsentRecord(ConsentRecord.SCHEMA, row.getObject("id", UUID.class), subscriberId, language,
                this.properties.jurisdiction(), row.getString("lawful_basis"), row.getBoolean("direct_marketing"),
                List.of(new Purpose(row.getString("newsletter_id"), row.getString("name"),
                        row.getInt("purpose_version"))),
                text(row, "statement"), text(row, "notice"), text(row, "mail"), row.getObject("request_id", UUID.class),
                row.getString("method"), DATA, List.of(this.parties.controller()), this.parties.processors(language),
                this.parties.authority(language), this.properties.storageLocations(),
                this.properties.texts(language).retention(), WAYS_OUT, this.parties.rights(),
                events(row, subscriberId, now));
    }

    private Text text(ResultSet row, String which) throws SQLException {
        String sha256 = row.getString(which + "_sha256");
        return new Text(row.getString(which + "_version"), row.getString(which + "_language"), sha256,
                this.parties.wording(sha256));
    }

    private List<Happening> events(ResultSet row, UUID subscriberId, Instant now) throws SQLException {
        Instant given = row.getTimestamp("given_at").toInstant();
        Instant until = row.getTimestamp("valid_until").toInstant();
        Timestamp ended = row.getTimestamp("ended_at");
        String person = subscriberId.toString();
        var events = new ArrayList<Happening>();
        events.add(new Happening(given, "explicit", "given", "confirmed", person, this.parties.duration(given, until)));
        if (ended != null) {
            String by = row.getString("ended_by");
            events.add(new Happening(ended.toInstant(), "explicit", state(by), name(by),
                    byThePerson(by) ? person : this.parties.controller().partyId(), "P0D"));
        }
        else if (!now.isBefore(until)) {
            // Whether somebody has written it down yet or not.
            events.add(
                    new Happening(until, "explicit", "expired", "expired", this.parties.controller().partyId(), "P0D"));
        }
        return List.copyOf(events);
    }

    private static String state(String endedBy) {
        return switch (endedBy) {
            case "EXPIRED" -> "expired";
            case "REPLACED" -> "replaced";
            case "NEWSLETTER_CLOSED", "UNDELIVERABLE" -> "ended";
            default -> "withdrawn";
        };
    }

    private static boolean byThePerson(String endedBy) {
        return switch (endedBy) {
            case "EXPIRED", "NEWSLETTER_CLOSED", "UNDELIVERABLE" -> false;
            default -> true;
        };
    }

    private static String name(String endedBy) {
        return endedBy.toLowerCase(Locale.ROOT).replace('_', '-');
    }

}
