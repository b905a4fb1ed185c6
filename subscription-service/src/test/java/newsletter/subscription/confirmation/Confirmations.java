package newsletter.subscription.confirmation;

import java.util.UUID;

import org.springframework.beans.factory.BeanFactory;

/** Agreeing, without a browser. */
public final class Confirmations {

    private Confirmations() {
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
