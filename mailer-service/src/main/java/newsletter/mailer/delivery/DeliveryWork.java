package newsletter.mailer.delivery;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import newsletter.mailer.delivery.Claim.Settled;
import newsletter.mailer.delivery.Mailings.Source;
import newsletter.mailer.handover.Lane.Stop;
import newsletter.mailer.handover.Lane.Work;
import newsletter.mailer.handover.Line;
import newsletter.mailer.handover.SenderLease;

/**
 * What each connection does: takes up a handful of deliveries, hands them over, settles
 * them.
 */
@Component
class DeliveryWork implements Work {

    private final Mailings mailings;

    private final Claims claims;

    private final Copies copies;

    private final SenderLease lease;

    private final DeliveryProperties properties;

    /** The edition that is being sent: cutting it anew for each handful costs more. */
    private volatile @Nullable Source latest;

    DeliveryWork(Mailings mailings, Claims claims, Copies copies, SenderLease lease, DeliveryProperties properties) {
        this.mailings = mailings;
        this.claims = claims;
        this.copies = copies;
        this.lease = lease;
        this.properties = properties;
    }

    @Override
    public boolean isWaiting() {
        return this.mailings.due().isPresent();
    }

    @Override
    public void take(Line line, Stop stop) {
        this.mailings.due().ifPresent((editionId) -> take(source(editionId), line, stop));
    }

    private Source source(UUID editionId) {
        Source source = this.latest;
        if (source == null || !source.editionId().equals(editionId)) {
            source = this.mailings.source(editionId);
            this.latest = source;
        }
        return source;
    }

    private void take(Source source, Line line, Stop stop) {
        UUID claimId = UUID.randomUUID();
        List<Claim> inHand = claim(source, claimId, stop);
        if (!inHand.isEmpty()) {
            List<Settled> settled = handOver(source, inHand, line, stop);
            stop.insist(() -> this.claims.settle(source.editionId(), claimId, settled));
        }
    }

    private List<Claim> claim(Source source, UUID claimId, Stop stop) {
        try {
            return this.claims.claim(source.editionId(), this.lease.sender(), claimId, this.properties.batchSize());
        }
        catch (RuntimeException ex) {
            // It may have been committed though we were told it failed. Nobody else puts
            // back what a living sender has in hand.
            stop.insist(() -> this.claims.release(claimId));
            throw ex;
        }
    }

    private List<Settled> handOver(Source source, List<Claim> inHand, Line line, Stop stop) {
        Instant giveUpAt = source.startedAt().plus(this.properties.giveUpAfter());
        List<Settled> settled = new ArrayList<>();
        for (Claim claim : inHand) {
            // Without the lease, others may already believe us dead.
            boolean goOn = !stop.isCalled() && !line.isBroken() && this.lease.isHeld();
            settled.add(goOn ? claim.settle(this.copies.handOver(line, source, claim), now(), giveUpAt,
                    this.properties.firstRetry()) : claim.untouched(now()));
        }
        return settled;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void isStuck(String reason) {
        this.mailings.trouble(reason);
    }

}
