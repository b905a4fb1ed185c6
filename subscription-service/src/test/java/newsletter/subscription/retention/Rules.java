package newsletter.subscription.retention;

import java.time.Instant;

import org.springframework.beans.factory.BeanFactory;

/** Retention rules, for tests of what they are about. */
public final class Rules {

    private Rules() {
    }

    /** Until nothing is due. */
    public static void applyClosedNewsletters(BeanFactory beans, Instant now) {
        ClosedNewsletters rule = beans.getBean(ClosedNewsletters.class);
        while (rule.apply(now) > 0) {
            // The next batch.
        }
    }

}
