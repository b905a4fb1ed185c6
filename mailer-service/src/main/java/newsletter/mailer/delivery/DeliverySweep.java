package newsletter.mailer.delivery;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import newsletter.mailer.handover.SenderLease;

/** Looks for deliveries and editions that were lost on the way. */
@Component
class DeliverySweep {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverySweep.class);

    private final DeliveryQueue queue;

    private final Mailings mailings;

    private final Claims claims;

    private final SenderLease lease;

    DeliverySweep(DeliveryQueue queue, Mailings mailings, Claims claims, SenderLease lease) {
        this.queue = queue;
        this.mailings = mailings;
        this.claims = claims;
        this.lease = lease;
    }

    /** What a dead sender had in hand, nobody else will settle. */
    @Scheduled(fixedDelayString = "${mailer.delivery.sweep-interval}")
    void sortOrphans() {
        if (this.lease.mayJudgeOthers()) {
            this.queue.editionsOfTheDead().forEach((editionId) -> {
                LOG.warn("A sender died: its deliveries of edition {} are unknown", editionId);
                boolean more = true;
                while (more) {
                    more = this.claims.sortOrphans(editionId);
                }
            });
        }
    }

    /** An edition that nobody subscribes to has no last outcome that would finish it. */
    @Scheduled(fixedDelayString = "${mailer.delivery.sweep-interval}")
    void finish() {
        this.mailings.doneButNotFinished().forEach(this.claims::finish);
    }

}
