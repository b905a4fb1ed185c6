package newsletter.mailer.letter;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import newsletter.mailer.handover.Answer;
import newsletter.mailer.handover.Lane.Stop;
import newsletter.mailer.handover.Lane.Work;
import newsletter.mailer.handover.Line;
import newsletter.mailer.handover.SenderLease;
import newsletter.mailer.letter.ClaimedLetter.Settled;
import newsletter.personaldata.AddressCipher;
import newsletter.personaldata.EmailAddress;

/**
 * What each connection does: takes up one letter, hands it over, settles it. One at a
 * time, so that a crash leaves no letter in doubt that was not begun.
 */
@Component
class LetterWork implements Work {

    private static final Logger LOG = LoggerFactory.getLogger(LetterWork.class);

    private final LetterQueue queue;

    private final Letters letters;

    private final LetterWriter writer;

    private final AddressCipher cipher;

    private final SenderLease lease;

    private final LetterProperties properties;

    LetterWork(LetterQueue queue, Letters letters, LetterWriter writer, AddressCipher cipher, SenderLease lease,
            LetterProperties properties) {
        this.queue = queue;
        this.letters = letters;
        this.writer = writer;
        this.cipher = cipher;
        this.lease = lease;
        this.properties = properties;
    }

    @Override
    public boolean isWaiting() {
        return this.queue.isDue();
    }

    @Override
    public void take(Line line, Stop stop) {
        UUID claimId = UUID.randomUUID();
        claim(claimId, stop).ifPresent((letter) -> {
            Settled settled = letter.settle(handOver(line, letter), Instant.now().truncatedTo(ChronoUnit.MILLIS),
                    this.properties.firstRetry());
            stop.insist(() -> this.letters.settle(letter, claimId, settled));
        });
    }

    private Optional<ClaimedLetter> claim(UUID claimId, Stop stop) {
        try {
            return this.letters.claim(this.lease.sender(), claimId);
        }
        catch (RuntimeException ex) {
            // It may have been committed though we were told it failed. Nobody else puts
            // back what a living sender has in hand.
            stop.insist(() -> this.letters.release(claimId));
            throw ex;
        }
    }

    private Answer handOver(Line line, ClaimedLetter letter) {
        EmailAddress address;
        byte[] mail;
        try {
            address = this.cipher.decryptAddress(letter.recipientId(), letter.encryptedAddress());
            mail = this.writer.write(letter, address, this.letters.messageId(letter.letterId()));
        }
        catch (RuntimeException ex) {
            // A key that is missing, or a text that no mail has room for. The others go
            // out; this one waits until somebody has seen to it.
            LOG.warn("Letter {} could not be written: {}", letter.letterId(), ex.getClass().getSimpleName());
            return Answer.notTried("It could not be written: " + ex.getClass().getSimpleName());
        }
        return this.lease.isHeld() ? line.handOver(letter.letterId().toString(), address.mailbox(), mail)
                : Answer.notTried("The lease ran out");
    }

    /** Letters wait; the lane goes on asking. */
    @Override
    public void isStuck(String reason) {
        LOG.warn("Letters wait. {}", reason);
    }

}
