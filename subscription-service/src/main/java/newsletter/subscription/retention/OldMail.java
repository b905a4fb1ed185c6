package newsletter.subscription.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Service;

import newsletter.subscription.reported.SentMails;

/**
 * Which mail was sent to whom is shown to the person for 30 days, as long as the reports
 * are on Kafka; the ledger keeps what has to last.
 */
@Service
class OldMail implements RetentionRule {

    private static final Duration KEPT = Duration.ofDays(30);

    private static final int BATCH = 10_000;

    private final SentMails mails;

    OldMail(SentMails mails) {
        this.mails = mails;
    }

    @Override
    public String name() {
        return "sent-mail";
    }

    @Override
    public long due(Instant now) {
        return this.mails.countBefore(now.minus(KEPT));
    }

    @Override
    public Optional<Instant> oldest(Instant now) {
        return this.mails.oldestBefore(now.minus(KEPT)).map((sent) -> sent.plus(KEPT));
    }

    @Override
    public int apply(Instant now) {
        return this.mails.forget(now.minus(KEPT), BATCH);
    }

}
