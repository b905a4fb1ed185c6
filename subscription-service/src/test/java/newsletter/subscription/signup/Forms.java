package newsletter.subscription.signup;

import java.util.Arrays;
import java.util.List;

import org.springframework.beans.factory.BeanFactory;

import newsletter.events.ConsentEvent.RequestedNewsletter;
import newsletter.personaldata.EmailAddress;
import newsletter.subscription.catalogue.Catalogue;
import newsletter.subscription.catalogue.Shown;

/** What people send us, without a browser. */
public final class Forms {

    private Forms() {
    }

    public static EmailAddress address(String text) {
        return EmailAddress.parse(text).orElseThrow();
    }

    /** These newsletters, with the English words that are in force. */
    public static Asked asked(Catalogue catalogue, String... newsletters) {
        Shown shown = catalogue.shown("en").orElseThrow();
        List<RequestedNewsletter> wanted = Arrays.stream(newsletters)
            .map((id) -> shown.offer(id).orElseThrow())
            .map((offer) -> new RequestedNewsletter(offer.newsletter().id(), offer.newsletter().purposeVersion(),
                    offer.statement().sha256()))
            .toList();
        return new Asked(wanted, shown.privacyNotice().sha256(), shown.confirmationMail().sha256(), shown.language());
    }

    /** Sends the form, as the controller does. */
    public static void send(BeanFactory beans, EmailAddress address, String... newsletters) {
        beans.getBean(SignUp.class).request(address, asked(beans.getBean(Catalogue.class), newsletters));
    }

}
