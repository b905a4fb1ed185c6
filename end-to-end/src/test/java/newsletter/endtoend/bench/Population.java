package newsletter.endtoend.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * People who signed up long ago. Their addresses, tags and salts are noise of the right
 * length: nobody writes to them.
 */
final class Population {

    private Population() {
    }

    /** Adds so many that there are as many as that. */
    static void grow(Site site, int subscribers) throws SQLException {
        try (Connection connection = site.superuser(); Statement statement = connection.createStatement()) {
            // What the rows refer to is inserted with them: checking a million of each
            // takes minutes.
            statement.execute("SET session_replication_role = replica");
            statement.execute("""
                    INSERT INTO subscriber (id, tag, address, salt, language, created_at)
                    SELECT gen_random_uuid(), '\\x00000000' || sha256(convert_to('bench' || n, 'UTF8')),
                        sha256(convert_to('a' || n, 'UTF8')) || sha256(convert_to('b' || n, 'UTF8')),
                        sha256(convert_to('c' || n, 'UTF8')) || sha256(convert_to('d' || n, 'UTF8')),
                        'en', now() - interval '30 days'
                    FROM generate_series((SELECT count(*) + 1 FROM subscriber), %d) AS n
                    """.formatted(subscribers));
            statement.execute("""
                    INSERT INTO subscription_request (id, subscriber_id, requested_at, expires_at, privacy_notice,
                        confirmation_mail, language, adds_nothing, confirmed_at)
                    SELECT gen_random_uuid(), id, created_at, created_at + interval '7 days',
                        (SELECT sha256 FROM wording WHERE kind = 'PRIVACY_NOTICE' LIMIT 1),
                        (SELECT sha256 FROM wording WHERE kind = 'CONFIRMATION_MAIL' LIMIT 1), 'en', false, created_at
                    FROM subscriber
                    WHERE NOT EXISTS (SELECT FROM subscription_request WHERE subscriber_id = subscriber.id)
                    """);
            statement.execute("""
                    INSERT INTO requested_newsletter (request_id, newsletter_id, purpose_version, statement)
                    SELECT id, 'mayor', 1, (SELECT sha256 FROM wording WHERE newsletter_id = 'mayor' LIMIT 1)
                    FROM subscription_request
                    ON CONFLICT DO NOTHING
                    """);
            statement.execute("""
                    INSERT INTO consent (id, subscriber_id, newsletter_id, purpose_version, request_id, statement,
                        given_at, valid_until)
                    SELECT gen_random_uuid(), subscriber_id, newsletter_id, purpose_version, id, statement,
                        confirmed_at, confirmed_at + interval '24 months'
                    FROM subscription_request
                    JOIN requested_newsletter ON request_id = id
                    WHERE confirmed_at IS NOT NULL AND NOT EXISTS (SELECT FROM consent WHERE request_id = id)
                    """);
            statement.execute("VACUUM ANALYZE");
            statement.execute("CHECKPOINT");
        }
    }

}
