package newsletter.subscription.confirmation;

import java.util.UUID;

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

    /** Asks for these newsletters and confirms. */
    public static UUID agree(BeanFactory beans, String address, String... newsletters) {
        Resident resident = new Resident(address, beans).asksFor(newsletters);
        beans.getBean(Confirmation.class).confirm(resident.lastLink());
        return resident.id();
    }

    /** Confirms what was asked for last. */
    public static void confirm(BeanFactory beans, String address) {
        beans.getBean(Confirmation.class).confirm(new Resident(address, beans).lastLink());
    }

}
