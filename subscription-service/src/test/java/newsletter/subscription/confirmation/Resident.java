package newsletter.subscription.confirmation;

import java.util.List;
import java.util.UUID;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.personaldata.AddressTags;
import newsletter.personaldata.EmailAddress;
import newsletter.personaldata.SignedLinks.Action;
import newsletter.personaldata.SignedLinks.Link;
import newsletter.subscription.Told;
import newsletter.subscription.signup.Forms;

/** Somebody with a mailbox: has the links that the mailer would send there. */
class Resident {

    private final BeanFactory beans;

    private final EmailAddress address;

    Resident(String address, BeanFactory beans) {
        this.address = EmailAddress.parse(address).orElseThrow();
        this.beans = beans;
    }

    Resident asksFor(String... newsletters) {
        Forms.send(this.beans, this.address, newsletters);
        return this;
    }

    UUID id() {
        return this.beans.getBean(JdbcClient.class)
            .sql("SELECT id FROM subscriber WHERE tag = :tag")
            .param("tag", this.beans.getBean(AddressTags.class).tag(this.address))
            .query(UUID.class)
            .single();
    }

    List<ConsentEvent> events() {
        return this.beans.getBean(Told.class).about(id());
    }

    <E extends ConsentEvent> List<E> events(Class<E> type) {
        return this.beans.getBean(Told.class).about(id(), type);
    }

    List<Link> links() {
        return events(SubscriptionRequested.class).stream().map(Resident::link).toList();
    }

    static Link link(SubscriptionRequested letter) {
        return new Link(Action.CONFIRM, letter.subscriberId(), letter.requestId().toString(), letter.expiresAt());
    }

    Link lastLink() {
        return links().getLast();
    }

}
