package newsletter.mailer.letter;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import newsletter.mailer.handover.SenderLease;

/** Looks for letters that were lost on the way, and for those nobody waits for. */
@Component
class LetterSweep {

    private final Letters letters;

    private final SenderLease lease;

    LetterSweep(Letters letters, SenderLease lease) {
        this.letters = letters;
        this.lease = lease;
    }

    @Scheduled(fixedDelayString = "${mailer.letter.sweep-interval}")
    void sortOrphans() {
        if (this.lease.mayJudgeOthers()) {
            this.letters.sortOrphans();
        }
    }

    @Scheduled(fixedDelayString = "${mailer.letter.sweep-interval}")
    void drop() {
        this.letters.drop();
    }

}
