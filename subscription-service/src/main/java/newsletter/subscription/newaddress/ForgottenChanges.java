package newsletter.subscription.newaddress;

import java.util.List;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import newsletter.subscription.contact.Forgotten;
import newsletter.subscription.contact.LentAddresses;

/** Of somebody who is erased no other address is kept either, former or wished for. */
@Service
class ForgottenChanges {

    private final AddressChanges changes;

    private final LentAddresses addresses;

    private final JdbcClient jdbc;

    ForgottenChanges(AddressChanges changes, LentAddresses addresses, JdbcClient jdbc) {
        this.changes = changes;
        this.addresses = addresses;
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(Forgotten forgotten) {
        List<UUID> lent = this.changes.contacts(forgotten.subscriberId());
        lent.forEach(this.addresses::takeBack);
        this.jdbc.sql("DELETE FROM address_change WHERE subscriber_id = :subscriber")
            .param("subscriber", forgotten.subscriberId())
            .update();
    }

}
