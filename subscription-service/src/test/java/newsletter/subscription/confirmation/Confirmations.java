package newsletter.subscription.confirmation;

import org.springframework.beans.factory.BeanFactory;

import newsletter.events.ConsentEvent.SubscriptionRequested;

/** The buttons behind the link in a letter, without a browser. */
public final class Confirmations {

    private Confirmations() {
    }

    public static void confirm(BeanFactory beans, SubscriptionRequested letter) {
        beans.getBean(Confirmation.class).confirm(Resident.link(letter));
    }

    public static void disown(BeanFactory beans, SubscriptionRequested letter) {
        beans.getBean(Disowning.class).disown(Resident.link(letter));
    }

}
