package newsletter.subscription.consent;

import java.util.UUID;

import org.springframework.beans.factory.BeanFactory;

import newsletter.events.ConsentEvent.WithdrawnBy;

/** Leaving, without a browser. */
public final class Withdrawals {

    private Withdrawals() {
    }

    public static void withdraw(BeanFactory beans, UUID subscriberId, String newsletterId, WithdrawnBy by) {
        beans.getBean(Withdrawal.class).withdraw(subscriberId, newsletterId, by);
    }

}
