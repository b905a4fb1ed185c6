package newsletter.subscription.confirmation;

import java.time.Clock;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;

import newsletter.subscription.SiteProperties;
import newsletter.subscription.catalogue.Catalogue;
import newsletter.subscription.catalogue.Newsletter;

/** The {@link Terms} of this moment. */
@Service
class TermsInForce {

    private final Catalogue catalogue;

    private final SiteProperties site;

    private final Clock clock;

    TermsInForce(Catalogue catalogue, SiteProperties site, Clock clock) {
        this.catalogue = catalogue;
        this.site = site;
        this.clock = clock;
    }

    Terms now() {
        return new Terms(this.clock.instant(),
                this.catalogue.published().stream().collect(Collectors.toMap(Newsletter::id, Function.identity())),
                this.site.zone());
    }

}
