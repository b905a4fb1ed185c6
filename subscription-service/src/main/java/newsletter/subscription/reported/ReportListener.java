package newsletter.subscription.reported;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import newsletter.events.AuditEvent;
import newsletter.events.AuditEvent.PersonViewed;
import newsletter.events.DeliveryReport;
import newsletter.events.DeliveryReport.DeliveriesReported;
import newsletter.events.DeliveryReport.LetterReported;
import newsletter.events.EventJson;
import newsletter.events.Topics;

/** Keeps what others report of a person. Safe to repeat (I-3). */
@Component
class ReportListener {

    private final SentMails mails;

    private final Looks looks;

    ReportListener(SentMails mails, Looks looks) {
        this.mails = mails;
        this.looks = looks;
    }

    @KafkaListener(topics = Topics.DELIVERY_REPORTS)
    void onDelivery(String json) {
        switch (EventJson.read(json, DeliveryReport.class)) {
            case DeliveriesReported deliveries -> this.mails.add(deliveries);
            case LetterReported letter -> this.mails.add(letter);
        }
    }

    /** Only looks are about somebody whom we know. */
    @KafkaListener(topics = Topics.AUDIT_EVENTS)
    void onAudit(String json) {
        if (EventJson.read(json, AuditEvent.class) instanceof PersonViewed viewed) {
            this.looks.add(viewed);
        }
    }

}
