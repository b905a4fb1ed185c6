package newsletter.subscription.reported;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import newsletter.events.AuditEvent.PersonNotFound;
import newsletter.events.AuditEvent.PersonViewed;
import newsletter.events.DeliveryReport.DeliveriesReported;
import newsletter.events.DeliveryReport.LetterReported;
import newsletter.events.DeliveryReport.Outcome;
import newsletter.events.DeliveryReport.Row;
import newsletter.events.Event;
import newsletter.events.EventJson;
import newsletter.subscription.TableTest;

import static org.assertj.core.api.Assertions.assertThat;

@TableTest
class ReportListenerTests {

    private static final Instant AT = Instant.parse("2026-11-22T14:09:31.482Z");

    @Autowired
    private SentMails mails;

    @Autowired
    private Looks looks;

    private final UUID subscriber = UUID.randomUUID();

    private void told(Event... events) {
        var listener = new ReportListener(this.mails, this.looks);
        for (Event event : events) {
            if (event.topic().equals("audit-events")) {
                listener.onAudit(EventJson.write(event));
            }
            else {
                listener.onDelivery(EventJson.write(event));
            }
        }
    }

    private Row row(Outcome outcome, UUID whom) {
        return new Row(UUID.randomUUID(), whom, UUID.randomUUID(), outcome, AT, UUID.randomUUID() + "@example.org",
                (outcome == Outcome.SUPPRESSED) ? null : "250 ok", null, "AAAAAAAAAAAAAAAAAAAAAA==");
    }

    private DeliveriesReported report(List<Row> rows) {
        return new DeliveriesReported(UUID.randomUUID(), UUID.randomUUID(), AT, "mayor", 1, rows.size(), rows);
    }

    @Test
    void i03AReportReadTwiceIsKeptOnce() {
        var report = report(List.of(row(Outcome.ACCEPTED, this.subscriber), row(Outcome.SUPPRESSED, this.subscriber)));
        var letter = new LetterReported(UUID.randomUUID(), this.subscriber, AT, "welcome", "7K3M-92QF-X4TD",
                Outcome.ACCEPTED, "x@example.org", null);
        told(report, letter, report, letter);
        assertThat(this.mails.mails(this.subscriber)).extracting(SentMail::outcome)
            .containsExactlyInAnyOrder("accepted", "suppressed");
        assertThat(this.mails.letters(this.subscriber)).extracting(SentLetter::letter).containsExactly("welcome");
    }

    @Test
    void aFullReportGoesInAtOnceAndEverybodySeesTheirOwn() {
        told(report(IntStream.range(0, DeliveriesReported.MAX_ROWS)
            .mapToObj((at) -> row(Outcome.ACCEPTED, (at == 7) ? this.subscriber : UUID.randomUUID()))
            .toList()));
        assertThat(this.mails.mails(this.subscriber)).singleElement().satisfies((mail) -> {
            assertThat(mail.at()).isEqualTo(AT);
            assertThat(mail.newsletterId()).isEqualTo("mayor");
            assertThat(mail.relayReply()).isEqualTo("250 ok");
        });
    }

    @Test
    void c34ALookIsKeptWithItsReasonAndWithoutTheOfficersName() {
        var viewed = new PersonViewed(UUID.randomUUID(), this.subscriber, AT, "officer.jones", "complaint", "C-17");
        told(viewed, viewed, new PersonNotFound(UUID.randomUUID(), AT, "officer.jones", "complaint", "C-18"));
        assertThat(this.looks.at(this.subscriber))
            .containsExactly(new Look(AT, "data-protection-officer", "complaint", "C-17"));
    }

    @Test
    void whatIsOldIsForgottenAndNothingElse() {
        Instant old = Instant.parse("1999-01-01T00:00:00Z");
        told(new LetterReported(UUID.randomUUID(), this.subscriber, old, "welcome", "7K3M-92QF-X4TD", Outcome.ACCEPTED,
                "x@example.org", null));
        told(new LetterReported(UUID.randomUUID(), this.subscriber, AT, "your-link", UUID.randomUUID().toString(),
                Outcome.ACCEPTED, "y@example.org", null));
        told(new PersonViewed(UUID.randomUUID(), this.subscriber, old, "officer.jones", "complaint", "C-17"));
        Instant then = old.plus(Duration.ofDays(1));
        assertThat(this.mails.countBefore(then)).isEqualTo(1);
        assertThat(this.mails.oldestBefore(then)).contains(old);
        assertThat(this.mails.forget(then, 10)).isEqualTo(1);
        assertThat(this.looks.oldestBefore(then)).contains(old);
        assertThat(this.looks.forget(then, 10)).isEqualTo(1);
        assertThat(this.mails.letters(this.subscriber)).hasSize(1);
        assertThat(this.looks.countBefore(then)).isZero();
    }

}
