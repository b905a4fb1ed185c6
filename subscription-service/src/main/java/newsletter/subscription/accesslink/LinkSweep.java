package newsletter.subscription.accesslink;

import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Answers wishes within a second or so, and forgets letters after a day. */
@Component
@EnableScheduling
class LinkSweep {

    private final LinkLetters letters;

    LinkSweep(LinkLetters letters) {
        this.letters = letters;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void answer() {
        boolean more = true;
        while (more) {
            more = this.letters.answerNext();
        }
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        this.letters.forget();
    }

}
