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

    public static void withdrawEverything(BeanFactory beans, UUID subscriberId) {
        beans.getBean(Withdrawal.class).withdrawEverything(subscriberId, WithdrawnBy.UNSUBSCRIBE_PAGE);
    }

    public static void undo(BeanFactory beans, UUID subscriberId, String newsletterId) {
        beans.getBean(Undo.class).undo(subscriberId, newsletterId);
    }

    public static boolean canBeUndone(BeanFactory beans, UUID subscriberId, String newsletterId) {
        return beans.getBean(Undo.class).offer(subscriberId, newsletterId).isPresent();
    }

}
