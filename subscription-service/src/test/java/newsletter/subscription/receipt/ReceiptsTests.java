package newsletter.subscription.receipt;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.subscription.TableTest;

import static org.assertj.core.api.Assertions.assertThat;

@TableTest
class ReceiptsTests {

    private static final Instant AGREED = Instant.parse("2026-11-22T14:09:31.482Z");

    @Autowired
    private Receipts receipts;

    @Autowired
    private JdbcClient jdbc;

    private final UUID subscriber = UUID.randomUUID();

    /** As sign-up and confirmation leave it behind. */
    private void agreed(String number, String... newsletters) {
        this.jdbc.sql("""
                INSERT INTO subscriber (id, tag, address, salt, language)
                VALUES (:id, sha256(:id::text::bytea), '\\x00', '\\x00', 'en') ON CONFLICT DO NOTHING
                """).param("id", this.subscriber).update();
        UUID request = UUID.randomUUID();
        this.jdbc.sql("""
                INSERT INTO subscription_request (id, subscriber_id, requested_at, expires_at, privacy_notice,
                    confirmation_mail, language, adds_nothing, confirmed_at, receipt_number)
                SELECT :id, :subscriber, :agreed::timestamptz - interval '1 minute',
                    :agreed::timestamptz + interval '7 days', notice.sha256, mail.sha256, 'en', false,
                    :agreed::timestamptz, :number
                FROM wording notice, wording mail
                WHERE notice.kind = 'PRIVACY_NOTICE' AND notice.version = '1.0.0' AND notice.language = 'en'
                    AND mail.kind = 'CONFIRMATION_MAIL' AND mail.version = '1.0.0' AND mail.language = 'en'
                """)
            .param("id", request)
            .param("subscriber", this.subscriber)
            .param("agreed", AGREED.toString())
            .param("number", number)
            .update();
        for (String newsletter : newsletters) {
            this.jdbc.sql("""
                    INSERT INTO consent (id, subscriber_id, newsletter_id, purpose_version, request_id, statement,
                        given_at, valid_until)
                    SELECT gen_random_uuid(), :subscriber, newsletter_id, 1, :request, sha256, :agreed::timestamptz,
                        :agreed::timestamptz + interval '2 years'
                    FROM wording
                    WHERE kind = 'CONSENT_STATEMENT' AND newsletter_id = :newsletter AND version = '1.0.0'
                        AND language = 'en'
                    """)
                .param("subscriber", this.subscriber)
                .param("request", request)
                .param("agreed", AGREED.toString())
                .param("newsletter", newsletter)
                .update();
        }
    }

    @Test
    void aReceiptHasAllThatWasAgreedToTogetherAndNothingElse() {
        agreed("AAAA-2222-AAAA", "libraries", "mayor");
        agreed("AAAA-3333-AAAA", "clean-air");
        Receipt receipt = this.receipts.find(this.subscriber, "AAAA-2222-AAAA").orElseThrow();
        assertThat(receipt.confirmedAt()).isEqualTo(AGREED);
        assertThat(receipt.requestedAt()).isEqualTo(AGREED.minusSeconds(60));
        assertThat(receipt.privacyNotice().text()).startsWith("This notice tells you");
        assertThat(receipt.items()).extracting(Receipt.Item::newsletter)
            .containsExactly("Email from the Mayor", "What’s on at the libraries");
        assertThat(receipt.items().getFirst().statement().text()).contains("Email from the Mayor");
        assertThat(receipt.items().getFirst().lawfulBasis()).isEqualTo("uk-gdpr:6(1)(a)");
    }

    @Test
    void anEndedConsentIsOnItStillAndSaidToHaveEnded() {
        agreed("BBBB-2222-BBBB", "mayor", "libraries");
        this.jdbc.sql("""
                UPDATE consent SET ended_at = :ended::timestamptz, ended_by = 'ONE_CLICK'
                WHERE subscriber_id = :subscriber AND newsletter_id = 'mayor'
                """).param("ended", "2026-12-01T00:00:00Z").param("subscriber", this.subscriber).update();
        Receipt receipt = this.receipts.find(this.subscriber, "BBBB-2222-BBBB").orElseThrow();
        assertThat(receipt.items()).extracting((item) -> item.state(AGREED.plus(Duration.ofDays(100))))
            .containsExactly(Receipt.State.ENDED, Receipt.State.LIVE);
        assertThat(receipt.items().get(1).state(AGREED.plus(Duration.ofDays(731)))).isEqualTo(Receipt.State.EXPIRED);
    }

    @Test
    void nobodyElseFindsIt() {
        agreed("CCCC-2222-CCCC", "mayor");
        assertThat(this.receipts.find(UUID.randomUUID(), "CCCC-2222-CCCC")).isEmpty();
        assertThat(this.receipts.find(this.subscriber, "CCCC-3333-CCCC")).isEmpty();
    }

}
